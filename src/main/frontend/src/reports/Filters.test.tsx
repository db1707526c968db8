import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { Asked } from "../api/reports";
import { json, serve } from "../test/server";
import { Filters } from "./Filters";

const ASKED: Asked = { from: "2026-03-01", to: "2026-03-31", zone: "UTC", campaign: "", agent: "", channel: "" };

function open(asked: Partial<Asked>) {
  serve(({ path }) =>
    json(path.endsWith("/user-names") ? [{ id: "bruno", name: "Bruno" }] : [{ id: "sale", name: "Last year's sale" }]),
  );
  const change = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Filters asked={{ ...ASKED, ...asked }} now={new Date("2026-04-01T12:00:00Z")} change={change} />
    </QueryClientProvider>,
  );
  return change;
}

it("narrows a report down to who has left and to what is archived", async () => {
  const change = open({});

  await screen.findByText("Bruno");
  await screen.findByText("Last year's sale");
  await userEvent.selectOptions(screen.getByLabelText("Agent"), "bruno");
  await userEvent.selectOptions(screen.getByLabelText("Campaign"), "sale");

  expect(change).toHaveBeenCalledWith({ agent: "bruno" });
  expect(change).toHaveBeenCalledWith({ campaign: "sale" });
});

it("says what a link has chosen, by its name or else by its id", async () => {
  open({ campaign: "sale", agent: "nobody" });

  await screen.findByText("Last year's sale");
  expect(screen.getByLabelText("Campaign")).toHaveDisplayValue("Last year's sale");
  expect(screen.getByLabelText("Agent")).toHaveDisplayValue("nobody");
});

it("offers the same periods in a list, for screens without room for the switch", async () => {
  const change = open({});

  expect(screen.getByLabelText("Period")).toHaveDisplayValue("Chosen days");
  await userEvent.selectOptions(screen.getByLabelText("Period"), "week");

  expect(change).toHaveBeenCalledWith({ from: "2026-03-26", to: "2026-04-01" });
});
