import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import { I18nProvider } from "../i18n/i18n";
import { outbox, type Problem } from "../live/outbox";
import { forgetStored } from "../live/stored";
import { aConversation } from "../test/fixtures";
import { json, noAnswer, problem, serve } from "../test/server";
import { UnsentBanner } from "./UnsentBanner";

beforeEach(() => {
  forgetStored();
  serve(({ path }) => (path.endsWith("/c-gone") ? problem(404, "Expected a conversation") : json(aConversation())));
});

function held(id: string, text: string, problem: Problem) {
  outbox.add(id, { text, key: `${id}-${text}`, at: new Date().toISOString(), problem });
}

function shown(openId?: string) {
  render(
    <I18nProvider>
      <QueryClientProvider client={createQueryClient()}>
        <MemoryRouter>
          <UnsentBanner openId={openId} />
        </MemoryRouter>
      </QueryClientProvider>
    </I18nProvider>,
  );
}

/** Whether the tab closes without a question. */
const wouldClose = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

it("lets go of answers whose conversation is gone, once that is confirmed and their words could be copied", async () => {
  held("c-gone", "Your parcel is here.", { kind: "conflict" });
  held("c-gone", "Come and fetch it!", { kind: "conflict" });
  shown();

  await userEvent.click(await screen.findByTestId("unsent-discard"));
  expect(await screen.findByLabelText("What you wrote")).toHaveValue("Your parcel is here.\n\nCome and fetch it!");
  expect(screen.getByTestId("discard-dialog")).toHaveTextContent("The conversation is closed or no longer yours.");
  await userEvent.click(screen.getByRole("button", { name: "Go back" }));
  await waitFor(() => expect(screen.queryByTestId("discard-dialog")).toBeNull());
  expect(outbox.rows("c-gone")).toHaveLength(2);

  await userEvent.click(screen.getByTestId("unsent-discard"));
  await userEvent.click(await screen.findByRole("button", { name: "Discard" }));

  await waitFor(() => expect(screen.getByTestId("unsent-banner")).toBeEmptyDOMElement());
  expect(outbox.rows("c-gone")).toEqual([]);
  expect(wouldClose()).toBe(true);
});

it("tells of answers to a conversation that cannot be shown, though its address is open", async () => {
  held("c-gone", "Hello?", { kind: "noAnswer" });
  shown("c-gone");

  expect(await screen.findByTestId("unsent-discard")).toBeVisible();
});

it("offers what waits for the line to be sent, and not to be thrown away", async () => {
  serve(() => noAnswer());
  held("c-1", "Hello?", { kind: "noAnswer" });
  shown();

  expect(await screen.findByText("A conversation")).toBeVisible();
  expect(screen.getByTestId("unsent-again")).toBeVisible();
  expect(screen.queryByTestId("unsent-discard")).toBeNull();
});

it("tells of an answer that has been under way for long, and of none that is just being sent", async () => {
  const under = (id: string, ms: number) =>
    outbox.add(id, { text: "Hello?", key: id, at: new Date(Date.now() - ms).toISOString(), problem: null });
  under("c-2", 0);
  shown();
  expect(screen.getByTestId("unsent-banner")).toBeEmptyDOMElement();

  act(() => under("c-1", 10_000));

  expect(await screen.findByText("1 answer has not been sent")).toBeVisible();
  expect(screen.getByTestId("unsent-open")).toHaveAttribute("href", "/desk/c-1");
  expect(screen.queryByTestId("unsent-again")).toBeNull();
});

it("does not ask whether to leave who has signed out all the same, though the screen is not drawn again", () => {
  held("c-1", "Hello?", { kind: "noAnswer" });
  shown();
  expect(wouldClose()).toBe(false);

  let closes = false;
  act(() => {
    forgetStored();
    closes = wouldClose();
  });

  expect(closes).toBe(true);
});
