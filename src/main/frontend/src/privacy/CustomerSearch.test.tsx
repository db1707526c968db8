import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import { json, serve } from "../test/server";
import { CustomerSearch } from "./CustomerSearch";

it("does not claim to have looked through more than the newest conversations", async () => {
  serve(() => json({ items: [], page: 0, size: 100, total: 0 }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <CustomerSearch chosen={null} onChoose={() => {}} />
    </QueryClientProvider>,
  );

  await userEvent.type(screen.getByRole("searchbox"), "Camille");

  expect(await screen.findByText(/^Nobody in the newest 100 conversations/)).toBeVisible();
});
