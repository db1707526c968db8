import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import { aDraftFile, aTable } from "../../test/ruleTables";
import { json, serve, setToken } from "../../test/server";
import { DraftEditor } from "./DraftEditor";
// What is loaded late is loaded by now.
import "./RowsEditor";
import "../hours/WeekView";

const INPUTS = ["schedule", "date(localDate)", "weekday", "time(localTime)"];
const WITHOUT_ROWS = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="hours-model" name="Hours" namespace="https://pupitre.dev/dmn">
  <decision id="business-hours" name="Hours"><decisionTable id="hours-table" hitPolicy="FIRST">
    ${INPUTS.map((text, at) => `<input id="i${at}"><inputExpression id="e${at}" typeRef="string"><text>${text}</text></inputExpression></input>`).join("")}
    <output id="o1" name="open" typeRef="boolean"/><output id="o2" name="message" typeRef="string"/>
  </decisionTable></decision>
</definitions>`;
const SCHEDULE = {
  label: "Schedule",
  expression: "schedule",
  type: "string",
  choices: [{ value: "office", label: "Office" }],
};

it("draws the first hours of a table without rows", async () => {
  setToken("token");
  const draft = aDraftFile({ table: "business-hours", dmn: WITHOUT_ROWS });
  serve(({ method, body }) => json(method === "PUT" ? { ...draft, revision: 2, dmn: JSON.parse(body).dmn } : []));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={["/?view=week"]}>
        <DraftEditor
          draft={draft}
          table={aTable({ table: "business-hours", inputs: [SCHEDULE] })}
          onReload={() => {}}
        />
      </MemoryRouter>
    </QueryClientProvider>,
  );

  expect(await screen.findByTestId("week-view", {}, { timeout: 5_000 })).toBeVisible();
  expect(screen.getByLabelText("Schedule")).toHaveValue("office");
  expect(screen.getAllByRole("button", { name: /Open all day/ })).toHaveLength(7);
  await userEvent.click(screen.getByRole("button", { name: "Change Sunday" }));
  await userEvent.click(screen.getByTestId("day-makeClosed"));
  expect(screen.getAllByRole("button", { name: /Open all day/ })).toHaveLength(6);
});
