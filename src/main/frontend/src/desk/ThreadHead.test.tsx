import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import type { Conversation } from "../api/types";
import { i18nOf } from "../i18n/i18n";
import { outbox } from "../live/outbox";
import { ToastProvider } from "../shell/Toasts";
import { aConversation, aliceOnline } from "../test/fixtures";
import { json, problem, serve } from "../test/server";
import { ThreadHead } from "./ThreadHead";
import { useDeskTitle } from "./title";
import { useLeave } from "./useLeave";

function Head({ conversation }: { conversation: Conversation }) {
  const leave = useLeave(conversation, () => {});
  useDeskTitle(conversation);
  return (
    <ThreadHead
      me={aliceOnline()}
      conversation={conversation}
      mine
      leave={leave}
      onHandOn={undefined}
      onClaimed={() => {}}
      detailsOpen={false}
      onDetails={() => {}}
    />
  );
}

const shownTo = (conversation: Conversation) => (
  <QueryClientProvider client={createQueryClient()}>
    <MemoryRouter>
      <ToastProvider>
        <Head conversation={conversation} />
      </ToastProvider>
    </MemoryRouter>
  </QueryClientProvider>
);

it("is called by its campaign and its customer, on the page and on the browser's tab", async () => {
  serve(({ path }) => json(path.endsWith("/campaign-names") ? [{ id: "sales", name: "Sales" }] : []));

  render(shownTo(aConversation({ campaign: "sales" })));

  expect(await screen.findByRole("heading", { name: "Sales – Camille Dubois" })).toBeVisible();
  expect(document.title).toBe("Sales – Camille Dubois – Pupitre");
  // What is cut on a narrow screen is told in full by its tooltip.
  expect(screen.getByText("Sales")).toHaveAttribute("title", "Sales");
  expect(screen.getByText("Camille Dubois")).toHaveAttribute("title", "Camille Dubois");
});

it("is called by its customer alone where it has no campaign", () => {
  serve(() => json([]));

  render(shownTo(aConversation()));

  expect(screen.getByRole("heading", { name: "Camille Dubois" })).toBeVisible();
  expect(document.title).toBe("Camille Dubois – Pupitre");
});

it("asks before it resolves what has an answer that was not sent", async () => {
  const calls = serve(() => json([]));
  const key = "k-1";
  outbox.add("c-1", { text: "Hello", key, at: new Date().toISOString(), problem: { kind: "noAnswer" } });
  render(shownTo(aConversation()));

  await userEvent.click(screen.getByTestId("resolve"));

  expect(screen.getByTestId("resolve-dialog")).toHaveTextContent("An answer has not been sent");
  expect(calls.filter(({ path }) => path.endsWith("/resolve"))).toEqual([]);
  outbox.remove("c-1", key);
});

it("resolves what was on screen when it was asked, and leaves it where more has come since", async () => {
  const calls = serve(({ path }) =>
    path.endsWith("/resolve") ? problem(409, "Expected 1 unanswered message, but there are 2") : json([]),
  );
  const client = createQueryClient();
  const shown = (unanswered: number) => (
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <ToastProvider>
          <Head conversation={aConversation({ unanswered, version: unanswered })} />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>
  );
  const { rerender } = render(shown(1));

  await userEvent.click(screen.getByTestId("resolve"));
  rerender(shown(2));
  await userEvent.click(screen.getByRole("button", { name: "Resolve anyway" }));

  expect(await screen.findByText(i18nOf("en").t("thread.resolveFailed"))).toBeVisible();
  const sent = calls.filter(({ path }) => path.endsWith("/resolve")).map(({ body }) => JSON.parse(body));
  expect(sent).toEqual([{ unanswered: 1 }]);
});
