import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it, vi } from "vitest";
import { createQueryClient } from "../../api/client";
import { keys } from "../../live/queries";
import { aConversation, aliceOnline } from "../../test/fixtures";
import { json, serve } from "../../test/server";
import TicketTable from "./TicketTable";

/** Pages of fifty, as the server makes them. */
function pageOf(path: string, total: number) {
  const page = Number(new URLSearchParams(path.split("?")[1]).get("page"));
  const items = Array.from({ length: total }, (_, n) => aConversation({ id: `c-${n}` }));
  return json({ items: items.slice(page * 50, page * 50 + 50), page, size: 50, total });
}

it("goes back to the last page there is when there are fewer than led to the one that is open", async () => {
  let total = 101;
  serve(({ path }) => (path.startsWith("/api/v1/conversations?") ? pageOf(path, total) : json([])));
  const client = createQueryClient();
  const onShown = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <TicketTable me={aliceOnline()} onShown={onShown} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  expect(await screen.findAllByTestId("ticket")).toHaveLength(50);
  await userEvent.click(screen.getByRole("button", { name: "Next page" }));
  await userEvent.click(screen.getByRole("button", { name: "Next page" }));
  await waitFor(() => expect(onShown).toHaveBeenLastCalledWith(["c-100"]));

  total = 60;
  await act(() => client.invalidateQueries({ queryKey: keys.tickets }));

  await waitFor(() => expect(screen.getAllByTestId("ticket")).toHaveLength(10));
  expect(onShown.mock.lastCall?.[0][0]).toBe("c-50");
});
