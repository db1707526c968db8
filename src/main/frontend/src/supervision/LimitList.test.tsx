import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import type { AlertLimits } from "../api/alerts";
import { ToastProvider } from "../shell/Toasts";
import { json, problem, serve, setToken } from "../test/server";
import { LimitList } from "./LimitList";

function open(limits: AlertLimits[], refused = false) {
  const puts: unknown[] = [];
  serve(({ method, path, body }) => {
    if (method === "PUT") {
      if (refused) return problem(404, "Expected a campaign");
      puts.push(JSON.parse(body));
      return json({ campaign: "shop", ...JSON.parse(body) });
    }
    return json(
      path.endsWith("/alert-limits")
        ? limits
        : [{ id: "shop", name: "Shop", catchAll: false, thresholds: { serviceLevelTarget: 85 } }],
    );
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <ToastProvider>
        <MemoryRouter>
          <LimitList />
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return puts;
}

const SHOP: AlertLimits = { campaign: "shop", waiting: 10, longestWait: 300, serviceLevel: null };

beforeEach(() => setToken("token"));

describe("the limits of alerts", () => {
  it("tell the usual ones, and the campaign's own target", async () => {
    open([SHOP]);

    const row = await screen.findByTestId("limit-row");
    await waitFor(() => expect(row).toHaveTextContent("Shop"));
    expect(row).toHaveTextContent("usual");
    expect(row).toHaveTextContent("from 10 customers on");
    expect(row).toHaveTextContent("from 5 min 00 s on");
    expect(row).toHaveTextContent("below 85 %");
  });

  it("are changed in the unit one thinks in, and set back", async () => {
    const puts = open([SHOP]);
    await screen.findByText("Shop");

    await userEvent.click(screen.getByRole("button", { name: "Change the limits of Shop" }));
    await userEvent.clear(screen.getByLabelText("Customers who wait"));
    await userEvent.selectOptions(screen.getByLabelText("Unit"), "hours");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    expect(await screen.findByText("The limits of Shop are saved")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(puts).toEqual([
        { waiting: 0, longestWait: 18_000, serviceLevel: null },
        { waiting: 10, longestWait: 300, serviceLevel: null },
      ]),
    );
  });

  it("stay in their dialog when the server refuses them", async () => {
    open([SHOP], true);
    await screen.findByText("Shop");
    await userEvent.click(screen.getByRole("button", { name: "Change the limits of Shop" }));
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    expect(await screen.findByText("Expected a campaign")).toBeInTheDocument();
    expect(screen.getByTestId("limits-dialog")).toBeInTheDocument();
  });
});
