import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Mention } from "../../api/notes";
import { aMessage } from "../../test/fixtures";
import { json, serve } from "../../test/server";
import { MentionsButton } from "./MentionsButton";
import { NoteRow } from "./NoteRow";

const lines = (count: number) => Array.from({ length: count }, (_, n) => `line ${n + 1}`).join("\n");
const note = (text: string) => render(<NoteRow message={aMessage(1, { direction: "NOTE", text })} me="alice" />);

it("folds a long note, and shows all of it", async () => {
  note(lines(13));

  const button = screen.getByRole("button", { name: "Show all" });
  expect(button).toHaveAttribute("aria-expanded", "false");
  await userEvent.click(button);

  expect(screen.getByRole("button", { name: "Show less" })).toHaveAttribute("aria-expanded", "true");
});

it("leaves a short note as it is", () => {
  note(lines(12));

  expect(screen.queryByTestId("note-fold")).toBeNull();
});

it("shows the mentions of one conversation together, which are seen at once", async () => {
  const mention = (name: string, conversationId: string): Mention => ({
    note: name,
    conversationId,
    customer: { id: "u", name: `Customer ${conversationId}` },
    by: { kind: "AGENT", id: "bruno", name: "Bruno" },
    text: name,
    at: "2026-03-02T09:00:00Z",
    seen: false,
  });
  const items = [mention("third", "c-1"), mention("second", "c-2"), mention("first", "c-1")];
  const calls = serve(({ method }) => json(method === "POST" ? { items: [], unseen: 0 } : { items, unseen: 3 }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <MentionsButton />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "3 new mentions" }));

  expect(screen.getAllByTestId("mention")).toHaveLength(2);
  expect(screen.getByText(/and 1 earlier/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Mark as seen: Customer c-1" }));
  expect(calls.find(({ method }) => method === "POST")?.body).toBe('{"conversationId":"c-1"}');
});
