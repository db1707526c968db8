import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { Message } from "../api/types";
import { parcels } from "../live/parcel";
import { ToastProvider } from "../shell/Toasts";
import { aMessage, anAnswer } from "../test/fixtures";
import { json, serve, setToken } from "../test/server";
import { Bubble } from "./Bubble";
import { FinderProvider } from "./content/Quote";

const QUOTED = aMessage(1, { text: "Is it in stock?" });
const jump = vi.fn();

function show(message: Message) {
  setToken("token");
  const calls = serve(() => json(message));
  const row = { kind: "message", key: message.id, message, first: true, last: true, statusFollows: false } as const;
  render(
    <ToastProvider>
      <QueryClientProvider client={createQueryClient()}>
        <FinderProvider value={{ byMid: new Map([["mid-1", QUOTED]]), jump }}>
          <Bubble row={row} me="alice" conversationId="c-1" canSend />
        </FinderProvider>
      </QueryClientProvider>
    </ToastProvider>,
  );
  return calls;
}

it("leads from an answer to what it answers", async () => {
  show(anAnswer(2, { replyTo: "mid-1" }));

  expect(screen.getByTestId("quote")).toHaveTextContent("Camille DuboisIs it in stock?");
  await userEvent.click(screen.getByTestId("quote"));

  expect(jump).toHaveBeenCalledWith(QUOTED);
});

it("says so where what is answered lies further back than what is loaded", () => {
  show(anAnswer(2, { replyTo: "mid-0" }));

  expect(screen.queryByTestId("quote")).toBeNull();
  expect(screen.getByText("An earlier message")).toBeVisible();
});

it("says that a message was edited, and when", () => {
  show(aMessage(1, { editedAt: "2026-03-02T09:05:00Z" }));

  expect(screen.getByText("edited")).toHaveAttribute("title", expect.stringContaining("2026"));
});

it("answers one message by a click, which the next answer is told", async () => {
  show(QUOTED);

  await userEvent.click(screen.getByTestId("message-reply"));

  expect(parcels.get("c-1").replyTo).toBe("mid-1");
});

it("shows who reacted with what, and takes one's own sign back by a click", async () => {
  const calls = show(
    aMessage(1, {
      reactions: [
        { by: "CUSTOMER", emoji: null, name: "love" },
        { by: "AGENT", emoji: "👍", name: null },
      ],
    }),
  );
  expect(screen.getByRole("img", { name: /❤️/ })).toHaveTextContent("❤️");

  await userEvent.click(screen.getByRole("button", { name: /👍/ }));

  expect(calls.map(({ method, path }) => [method, path])).toEqual([
    ["DELETE", "/api/v1/conversations/c-1/messages/m-1/reaction"],
  ]);
});
