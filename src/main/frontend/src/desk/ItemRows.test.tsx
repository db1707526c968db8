import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import { aConversation, aCustomer } from "../test/fixtures";
import { json, serve } from "../test/server";
import { ItemRows } from "./ItemRows";

const written = (id: string, messageCount: number) =>
  aConversation({
    id,
    customer: aCustomer(`u-${id}`, `Customer ${id}`),
    messageCount,
    lastMessage: { direction: "IN", text: "Hello", attachment: null, at: "2026-03-02T09:00:00Z" },
  });
const many = Array.from({ length: 5_000 }, (_, number) => written(`c-${number}`, 1));
const height = 650;

beforeEach(() => {
  serve(() => json([{ conversation: "read", seq: 3 }]));
});

function open(items: ReturnType<typeof written>[], openId?: string) {
  const onMore = vi.fn();
  const drawn = render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <div className="list__panel">
          <ItemRows me="alice" items={items} openId={openId} onMore={onMore} />
        </div>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return { onMore, ...drawn };
}

it("marks what the reader has not seen", async () => {
  open([written("read", 3), written("new", 4), written("grown", 4)]);

  const unread = () => screen.getAllByTestId("conversation-item").map(({ dataset }) => dataset.unread);
  await waitFor(() => expect(unread()).toEqual(["false", "true", "true"]));
});

it("draws of thousands only those that can be seen", async () => {
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(65);
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(height);
  const { onMore } = open(many);

  expect((await screen.findAllByTestId("conversation-item")).length).toBeLessThan(60);
  expect(screen.getAllByRole("listitem")[0]).toHaveAttribute("aria-setsize", "5000");
  expect(onMore).not.toHaveBeenCalled();
});

it("asks for more when the end is in sight", () => {
  const { onMore } = open(many.slice(0, 20));

  expect(onMore).toHaveBeenCalled();
});
