import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Way } from "../../api/process";
import { aConversation } from "../../test/fixtures";
import { json, serve } from "../../test/server";
import ProcessDialog from "./ProcessDialog";

vi.mock("./Diagram", () => ({ Diagram: ({ xml }: { xml: string }) => <p data-testid="drawn">{xml}</p> }));

function open(way: Partial<Way>) {
  serve(({ path }) =>
    path.startsWith("/api/v1/process-models/")
      ? new Response(`<${path.split("/").at(-1)}/>`)
      : json({ process: "conversation", version: 8, ran: null, drawing: null, steps: [], decisions: [], ...way }),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ProcessDialog conversation={aConversation()} onClose={() => {}} />
    </QueryClientProvider>,
  );
  return screen.findByTestId("drawn");
}

it("draws the version that has led the conversation", async () => {
  expect(await open({ ran: 7, drawing: "conversation-7-ab" })).toHaveTextContent("<conversation-7-ab/>");

  expect(screen.getByText("Process, version 7")).toBeInTheDocument();
  expect(screen.queryByTestId("process-instead")).toBeNull();
});

it("says that an older conversation is shown on the present drawing", async () => {
  expect(await open({})).toHaveTextContent("<conversation/>");

  expect(screen.getByText("Process, version 8")).toBeInTheDocument();
  expect(screen.getByTestId("process-instead")).toHaveTextContent("was not recorded");
});

it("says which version has led it where its drawing is not kept", async () => {
  expect(await open({ ran: 6 })).toHaveTextContent("<conversation/>");

  expect(screen.getByTestId("process-instead")).toHaveTextContent("version 6");
});
