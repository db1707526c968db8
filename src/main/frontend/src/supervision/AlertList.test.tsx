import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import type { Alert } from "../api/alerts";
import { createQueryClient } from "../api/client";
import { ToastProvider } from "../shell/Toasts";
import { aliceOnline } from "../test/fixtures";
import { json, serve } from "../test/server";
import { AlertList } from "./AlertList";

const anAlert = (id: string, acknowledgedBy: string): Alert => ({
  id,
  kind: "STUCK",
  subject: id,
  name: "Default",
  value: 2,
  limit: 1,
  detail: null,
  raisedAt: "2026-03-02T09:00:00Z",
  changedAt: null,
  resolvedAt: null,
  acknowledgedBy,
  acknowledgedAt: "2026-03-02T09:01:00Z",
});

it("names who looks after an alert, and who has left by their id", async () => {
  serve(({ path }) =>
    json(
      path === "/api/v1/user-names"
        ? [{ id: "sofia", name: "Sofia Lindqvist" }]
        : { open: [anAlert("a-1", "sofia"), anAlert("a-2", "gone")], over: [] },
    ),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter>
          <AlertList me={{ ...aliceOnline(), roles: ["SUPERVISOR"] }} />
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );

  expect(await screen.findByText(/Sofia Lindqvist looks after it/)).toBeVisible();
  expect(screen.getByText(/gone looks after it/)).toBeVisible();
});
