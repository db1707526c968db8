import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { BreakReasons } from "../api/presence";
import { ToastProvider } from "../shell/Toasts";
import { json, problem, serve, setToken } from "../test/server";
import { BreakReasonList } from "./BreakReasonList";

/** A server that knows versions. */
function open(reasons: string[]) {
  const kept = { reasons, version: 3 };
  serve(({ method, body }) => {
    if (method === "GET") return json(kept);
    const wish = JSON.parse(body) as BreakReasons;
    if (wish.version !== kept.version) return problem(409, "Changed meanwhile");
    Object.assign(kept, { reasons: wish.reasons, version: kept.version + 1 });
    return json(kept.reasons);
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <ToastProvider>
        <BreakReasonList />
      </ToastProvider>
    </QueryClientProvider>,
  );
  return kept;
}

const row = async (name: string) => {
  const rows = await screen.findAllByTestId("break-row");
  const found = rows.find((one) => one.dataset.name === name);
  if (found === undefined) throw new Error(`Expected ${name} among the kinds of breaks`);
  return within(found);
};

beforeEach(() => setToken("token"));

describe("the kinds of breaks", () => {
  it("are added at the end, moved, and taken back when removed by a slip", async () => {
    const kept = open(["LUNCH", "MEETING"]);

    await userEvent.type(await screen.findByLabelText("New kind of break"), "Fire drill{Enter}");
    await userEvent.click((await row("Fire drill")).getByTestId("break-up"));
    await screen.findAllByTestId("break-row");
    expect(kept.reasons).toEqual(["LUNCH", "Fire drill", "MEETING"]);
    expect(await screen.findByText("Fire drill is number 2 of 3 now")).toBeInTheDocument();

    await userEvent.click((await row("Lunch")).getByTestId("break-remove"));
    expect(await screen.findByText("Lunch is removed")).toBeInTheDocument();
    expect(kept.reasons).toEqual(["Fire drill", "MEETING"]);
    expect((await row("Fire drill")).getByTestId("break-remove")).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    await row("Lunch");
    expect(kept).toEqual({ reasons: ["LUNCH", "Fire drill", "MEETING"], version: 7 });
  });

  it("are shown as another has changed them, with a word", async () => {
    const kept = open(["LUNCH"]);
    await row("Lunch");
    Object.assign(kept, { reasons: ["TRAINING"], version: 4 });

    await userEvent.type(screen.getByLabelText("New kind of break"), "Fire drill{Enter}");

    expect(await screen.findByText(/Somebody else has changed the list/)).toBeInTheDocument();
    await row("Training");
    expect(kept.reasons).toEqual(["TRAINING"]);
    expect(screen.getByLabelText("New kind of break")).toHaveValue("Fire drill");
  });

  it("may be none", async () => {
    open([]);

    expect(await screen.findByText("No kind of break")).toBeInTheDocument();
  });
});
