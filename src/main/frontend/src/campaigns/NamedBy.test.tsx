import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import type { Naming } from "../api/rules";
import { aCampaign } from "../test/campaigns";
import { json, serve } from "../test/server";
import { NamedBy } from "./NamedBy";

const ROW = { table: "listening", version: 2, row: 3, description: "The sale" };

function show(naming: Naming, campaign = aCampaign()) {
  serve(() => json(naming));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <NamedBy campaign={campaign} />
    </QueryClientProvider>,
  );
}

it("names the rows that give a campaign its conversations", async () => {
  show({ campaigns: { sales: [ROW] }, teams: {}, computed: [] });

  expect(await screen.findByTestId("naming")).toHaveTextContent("Takes the conversations of 1 row");
  expect(screen.getByTestId("naming")).toHaveTextContent("Listening, row 3 of version 2: The sale");
});

it("says that no row names it, and how to change that", async () => {
  show({ campaigns: { other: [ROW] }, teams: {}, computed: [] });

  expect(await screen.findByTestId("naming-none")).toHaveTextContent("No row of the table “Listening” names");
  expect(screen.getByTestId("naming-none")).toHaveTextContent("Add a row with “sales” in the column Campaign");
  expect(screen.getByTestId("naming-none")).not.toHaveTextContent("work out");
});

it("owns up to rows of which nobody can tell", async () => {
  show({ campaigns: {}, teams: {}, computed: [ROW] });

  expect(await screen.findByTestId("naming-none")).toHaveTextContent("Some rows work out the campaign");
});

it("does not doubt for rows that work out a team", async () => {
  show({ campaigns: {}, teams: {}, computed: [{ ...ROW, table: "routing" }] });

  expect(await screen.findByTestId("naming-none")).not.toHaveTextContent("work out");
});
