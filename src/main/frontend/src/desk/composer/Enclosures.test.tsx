import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { changeParcel, parcels } from "../../live/parcel";
import { uploads, useUploads } from "../../live/uploads";
import { anAttachment } from "../../test/fixtures";
import { made, Request, serveRequests } from "../../test/request";
import { Enclosures } from "./Enclosures";

const file = (name: string) => new File(["x"], name, { type: "image/png" });
let number = 0;
let id: string;

function Shown() {
  return <Enclosures conversationId={id} attachments={[]} uploading={useUploads(id)} onRemove={() => {}} />;
}

const states = () => screen.getAllByTestId("enclosure").map(({ dataset }) => dataset.state);

serveRequests("token");

beforeEach(() => {
  id = `enclosures-${++number}`;
});

it("shows how far a file has come, and lets go of it", async () => {
  render(<Shown />);
  act(() => uploads.add(id, [file("photo.png")]));
  await made(1);
  const bar = screen.getByRole("progressbar", { name: "Uploading photo.png" });
  expect(bar).toHaveValue(0);

  act(() => Request.made[0]?.upload.onprogress?.({ loaded: 3, total: 4 }));
  expect(bar).toHaveValue(0.75);
  await userEvent.click(screen.getByRole("button", { name: "Remove photo.png" }));

  expect(screen.queryByTestId("enclosure")).toBeNull();
  expect(Request.made[0]?.aborted).toBe(true);
});

it("takes ten files and refuses the eleventh", async () => {
  render(<Shown />);

  act(() =>
    uploads.add(
      id,
      Array.from({ length: 11 }, (_, n) => file(`photo-${n + 1}.png`)),
    ),
  );

  expect(states()).toEqual([...Array(10).fill("uploading"), "failed"]);
  expect(screen.getByRole("alert")).toHaveTextContent("photo-11.png");
  expect(screen.getByRole("alert")).toHaveTextContent("At most 10 files at once");
  await made(10);
});

it("counts those that are ready among the ten", async () => {
  render(<Shown />);
  const ready = Array.from({ length: 9 }, (_, n) => anAttachment({ id: `a-${n}` }));
  act(() => changeParcel(id, { attachments: ready }));

  act(() => uploads.add(id, [file("tenth.png"), file("eleventh.png")]));

  expect(states()).toEqual(["uploading", "failed"]);
  expect(screen.getByRole("alert")).toHaveTextContent("eleventh.png");
  expect(parcels.get(id).attachments).toHaveLength(9);
});
