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
      return json({ ...SHOP, ...JSON.parse(body), version: JSON.parse(body).version + 1 });
    }
    return json(
      path.endsWith("/alert-limits")
        ? limits
        : [{ id: "shop", name: "Shop", catchAll: false, thresholds: { serviceLevelTarget: 85 } }],
    );
  });
  show();
  return puts;
}

function show() {
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
}

const SHOP: AlertLimits = {
  campaign: "shop",
  waiting: 10,
  longestWait: 300,
  serviceLevel: null,
  version: 4,
  changedBy: null,
  changedAt: null,
};

beforeEach(() => setToken("token"));

describe("the limits of alerts", () => {
  it("tell the usual ones, and the campaign's own target", async () => {
    open([SHOP]);

    const row = await screen.findByTestId("limit-row");
    await waitFor(() => expect(row).toHaveTextContent("Shop"));
    expect(row).toHaveTextContent("usual");
    expect(row).toHaveTextContent("from 10 customers on");
    expect(row).toHaveTextContent("from 5 min 00 s on");
    expect(row).toHaveTextContent("below 85%");
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
        { waiting: 0, longestWait: 18_000, serviceLevel: null, version: 4 },
        { waiting: 10, longestWait: 300, serviceLevel: null, version: 5 },
      ]),
    );
  });

  it("are shown as they are now when somebody else was faster, and say who", async () => {
    const puts: unknown[] = [];
    let present = SHOP;
    serve(({ method, path, body }) => {
      if (method !== "PUT") return json(path.endsWith("/alert-limits") ? [present] : []);
      puts.push(JSON.parse(body));
      present = { ...SHOP, waiting: 7, version: 5, changedBy: "Sofia Lead", changedAt: "2026-03-02T10:00:00Z" };
      return puts.length === 1
        ? json({ type: "https://pupitre.dev/problems/changed-meanwhile", status: 409, detail: "Expected" }, 409)
        : json({ ...present, version: 6 });
    });
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Change the limits of shop" }));
    await userEvent.clear(screen.getByLabelText("Customers who wait"));
    await userEvent.type(screen.getByLabelText("Customers who wait"), "12");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(() =>
      expect(screen.getByTestId("limits-meanwhile")).toHaveTextContent("Sofia Lead has changed them"),
    );
    expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "Show them as they are now" }));
    expect(screen.getByLabelText("Customers who wait")).toHaveValue(7);
    expect(screen.queryByTestId("limits-meanwhile")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(() => expect(puts[1]).toEqual({ waiting: 7, longestWait: 300, serviceLevel: null, version: 5 }));
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
