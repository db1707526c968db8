import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Mention } from "../../api/notes";
import { ToastProvider } from "../../shell/Toasts";
import { json, problem, serve } from "../../test/server";
import { MentionsButton } from "./MentionsButton";

const mention = (note: string, conversationId: string, customer: string, at = "2026-03-02T10:00:00Z"): Mention => ({
  note,
  conversationId,
  customer: { id: customer, name: customer },
  by: { kind: "AGENT", id: "bruno", name: "Bruno" },
  text: `@alice about ${customer}`,
  at,
  seen: false,
});

function open() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter>
          <MentionsButton />
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
}

it("forgets those of a conversation that one is done with, and keeps the others", async () => {
  let items = [
    mention("n3", "c1", "Ada", "2026-03-02T10:05:00Z"),
    mention("n2", "c2", "Zoé"),
    mention("n1", "c1", "Ada"),
  ];
  const calls = serve(({ method, path }) => {
    if (method === "DELETE") items = items.filter(({ conversationId }) => !path.includes(`/${conversationId}?`));
    return json({ items, unseen: items.length });
  });
  open();
  await userEvent.click(await screen.findByRole("button", { name: "3 new mentions" }));
  await userEvent.click(screen.getByRole("button", { name: "Done, remove from the list: Ada" }));

  await waitFor(() => expect(screen.getAllByTestId("mention")).toHaveLength(1));
  expect(screen.getByText("About Zoé")).toBeInTheDocument();
  // What came since then the user has not seen.
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toContain(
    "DELETE /api/v1/me/mentions/c1?until=2026-03-02T10%3A05%3A00Z",
  );
  expect(screen.getByTestId("mentions")).toHaveFocus();
});

it("is done with all those that are shown together, though one was told later of what was written earlier", async () => {
  const items = [
    mention("n2", "c1", "Ada"),
    mention("n3", "c1", "Ada", "2026-03-02T10:05:00.500Z"),
    mention("n1", "c1", "Ada", "2026-03-02T10:05:00Z"),
  ];
  const calls = serve(({ method }) =>
    json(method === "DELETE" ? { items: [], unseen: 0 } : { items, unseen: items.length }),
  );
  open();
  await userEvent.click(await screen.findByRole("button", { name: "3 new mentions" }));
  await userEvent.click(screen.getByRole("button", { name: "Done, remove from the list: Ada" }));

  await waitFor(() => expect(screen.queryByTestId("mention")).not.toBeInTheDocument());
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toContain(
    "DELETE /api/v1/me/mentions/c1?until=2026-03-02T10%3A05%3A00.500Z",
  );
});

it("says that one that is done with could not be taken away, and keeps it", async () => {
  serve(({ method }) =>
    method === "DELETE" ? problem(503, "The store is away") : json({ items: [mention("n1", "c1", "Ada")], unseen: 1 }),
  );
  open();
  await userEvent.click(await screen.findByRole("button", { name: "1 new mention" }));
  await userEvent.click(screen.getByRole("button", { name: "Done, remove from the list: Ada" }));

  expect(await screen.findByText("The mentions could not be changed")).toBeVisible();
  expect(screen.getByTestId("mention")).toBeVisible();
});
