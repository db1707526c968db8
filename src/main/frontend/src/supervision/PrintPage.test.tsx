import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { aConversation, aMessage, anAnswer } from "../test/fixtures";
import { json, serve } from "../test/server";
import { someTargets } from "../test/targets";
import { PrintPage } from "./PrintPage";

it("prints what was said and what happened, taken away once as a file would be", async () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  const handedOn = {
    happening: {
      type: "TRANSFERRED" as const,
      values: { by: "Alice", to: "TEAM", id: "night", note: "Knows the order" },
    },
  };
  const notAsked = { happening: { type: "NOT_SENT" as const, values: { step: "survey", reason: "Too late" } } };
  const messages = [aMessage(1), anAnswer(2), aMessage(3, handedOn), aMessage(4, notAsked)];
  const calls = serve(({ path }) => {
    if (path.includes("/export")) return json({ conversation: aConversation({ campaign: "sales" }), messages });
    return json(path.includes("targets") ? someTargets : [{ id: "sales", name: "Sales" }]);
  });

  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = () => (
    <QueryClientProvider client={client}>
      <PrintPage id="c-1" />
    </QueryClientProvider>
  );
  const { rerender } = render(page());

  expect(await screen.findByTestId("paper")).toHaveTextContent("Message 1");
  expect(screen.getByRole("heading", { name: "Sales – Camille Dubois" })).toBeVisible();
  const [transfer, survey] = screen.getAllByTestId("paper-line");
  expect(transfer).toHaveTextContent("Night shift");
  expect(transfer).toHaveTextContent("Knows the order");
  expect(survey).toHaveTextContent("Too late");
  expect(print).toHaveBeenCalledTimes(1);
  rerender(page());
  const read = calls.map(({ path }) => path).filter((path) => path.includes("/conversations/"));
  expect(read).toEqual(["/api/v1/conversations/c-1/export?format=PRINT"]);
});
