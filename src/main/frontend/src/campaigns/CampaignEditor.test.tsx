import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter, Route, Routes, useParams } from "react-router";
import { beforeEach, expect, it } from "vitest";
import type { Campaign } from "../api/campaigns";
import { createQueryClient } from "../api/client";
import { ToastProvider } from "../shell/Toasts";
import { aCampaign, someOptions } from "../test/campaigns";
import { type Call, json, serve, setToken } from "../test/server";
import { CampaignDetail } from "./CampaignDetail";
import type { Section } from "./draft";
import { forgetDrafts } from "./useDraft";

const QUESTIONS = ["Open?", "Where?", "Parking?"];
const entries = QUESTIONS.map((question) => ({ questions: [question], answer: { default: `${question} Yes.` } }));
let campaign: Campaign;
let calls: Call[];
let onSave: (body: Partial<Campaign>) => Response | Promise<Response>;

const saved = (body: Partial<Campaign>) => {
  campaign = { ...campaign, ...body, version: campaign.version + 1 };
  return json(campaign);
};

const Detail = () => {
  const { section } = useParams();
  return <CampaignDetail id="sales" section={(section ?? "general") as Section} />;
};

async function open(section: string) {
  render(
    <ToastProvider>
      <QueryClientProvider client={createQueryClient()}>
        <MemoryRouter initialEntries={[`/campaigns/sales/${section}`]}>
          <Routes>
            <Route path="/campaigns/sales/:section?" element={<Detail />} />
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>
    </ToastProvider>,
  );
  await screen.findByRole("navigation", { name: "Parts of the campaign" });
}

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const save = () => fireEvent.click(screen.getByTestId("save-campaign"));
const sent = () => calls.filter(({ method }) => method === "PATCH").map(({ body }) => JSON.parse(body));

beforeEach(() => {
  setToken("token");
  forgetDrafts();
  onSave = saved;
  campaign = aCampaign({
    assistant: { ...aCampaign().assistant, entries },
    members: { everyone: true, list: [{ user: "alice", expertise: [], capacity: null }] },
  });
  calls = serve(({ method, path, body }) => {
    if (path.endsWith("/options")) return json(someOptions);
    if (path === "/api/v1/rules/naming") return json({ campaigns: {}, teams: {}, computed: [] });
    if (path.endsWith("/preview")) return json({ text: "", unknown: [], length: 0 });
    return method === "PATCH" ? onSave(JSON.parse(body)) : json(campaign);
  });
});

it("keeps each question beside its answer when one before them is removed", async () => {
  await open("assistant");

  fireEvent.click(screen.getByRole("button", { name: "Remove question 1" }));

  const wordings = screen.getAllByLabelText("Wordings");
  expect(wordings.map((field) => (field as HTMLTextAreaElement).value)).toEqual(["Where?", "Parking?"]);
  type(wordings[0] as HTMLElement, "Where are you?\n");
  expect(wordings[0]).toHaveValue("Where are you?\n");
  save();
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0].assistant.entries).toEqual([{ ...entries[1], questions: ["Where are you?"] }, entries[2]]);
});

it("never shows a new question what stood in a removed one", async () => {
  await open("assistant");

  fireEvent.click(screen.getByRole("button", { name: "Remove question 3" }));
  fireEvent.click(screen.getByRole("button", { name: "Add a question" }));

  expect(screen.getAllByLabelText("Wordings")[2]).toHaveValue("");
});

it("takes what is discarded from the screen", async () => {
  await open("general");
  type(screen.getByLabelText("Tags"), "urgent");

  fireEvent.click(screen.getByRole("button", { name: "Discard" }));

  expect(screen.getByLabelText("Tags")).toHaveValue("");
  expect(screen.queryByTestId("unsaved")).toBeNull();
});

it("keeps what is typed while it is being saved", async () => {
  let answer = () => {};
  onSave = (body) => new Promise((resolve) => (answer = () => resolve(saved(body))));
  await open("general");
  type(screen.getByLabelText("Objective"), "First");
  save();
  await waitFor(() => expect(sent()).toHaveLength(1));

  type(screen.getByLabelText("Objective"), "First and second");
  answer();
  await screen.findByText("Sales is saved");

  expect(screen.getByLabelText("Objective")).toHaveValue("First and second");
  expect(screen.queryByTestId("conflict")).toBeNull();
  onSave = saved;
  save();
  await waitFor(() => expect(sent()[1]).toEqual({ version: 2, objective: "First and second" }));
});

it.each([
  ["waiting", "May wait at once", "100000"],
  ["people", "At once", "101"],
])("saves nothing while a number under %s is out of bounds", async (section, label, text) => {
  await open(section);
  type(screen.getByLabelText(label), text.slice(0, 2));

  type(screen.getByLabelText(label), text);

  expect(screen.getByLabelText(label)).toHaveValue(text);
  expect(screen.getByTestId("save-campaign")).toBeDisabled();
  fireEvent.submit(screen.getByTestId("unsaved").closest("form") as HTMLElement);
  expect(within(screen.getByTestId("unsaved")).getByRole("alert")).toHaveTextContent("something has to be put right");
  fireEvent.click(screen.getByTestId("section-general"));
  expect(screen.getByTestId(`section-${section}`)).toHaveTextContent("something is wrong here");
  expect(screen.getByTestId("save-campaign")).toBeDisabled();
  expect(sent()).toEqual([]);
  fireEvent.click(screen.getByTestId(`section-${section}`));
  type(screen.getByLabelText(label), "7");
  save();
  await waitFor(() => expect(sent()).toHaveLength(1));
});

it("says why nothing was saved when it is no newer version", async () => {
  onSave = () => json({ type: "about:blank", status: 409, detail: "It is in the archive" }, 409);
  await open("general");
  type(screen.getByLabelText("Objective"), "Mine");

  save();

  expect(await screen.findByText("It is in the archive")).toBeVisible();
});

it("leaves a newer version to the choice between both", async () => {
  onSave = () => {
    campaign = { ...campaign, version: 2, changedBy: "otto" };
    return json({ type: "https://pupitre.dev/problems/changed-meanwhile", status: 409, detail: "Expected" }, 409);
  };
  await open("general");
  type(screen.getByLabelText("Objective"), "Mine");

  save();

  expect(await screen.findByTestId("conflict")).toHaveTextContent("otto has changed this campaign meanwhile");
  expect(screen.queryByText("Expected")).toBeNull();
});
