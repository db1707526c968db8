import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import type { Conversation } from "../api/types";
import { ToastProvider } from "../shell/Toasts";
import { aConversation, aliceOnline } from "../test/fixtures";
import { json, problem, serve, setToken } from "../test/server";
import { ElsewhereBanner } from "./ElsewhereBanner";
import { ThreadMenu } from "./ThreadMenu";

function show(conversation: Conversation, answer = () => json({ ...conversation, version: 2 })) {
  setToken("token");
  const calls = serve(answer);
  render(
    <ToastProvider>
      <QueryClientProvider client={createQueryClient()}>
        <ElsewhereBanner conversation={conversation} mayTake />
        <ThreadMenu me={aliceOnline()} conversation={conversation} mine onHandOn={undefined} />
      </QueryClientProvider>
    </ToastProvider>,
  );
  return () => calls.map(({ method, path, body }) => [method, path, JSON.parse(body)]);
}
const asked = (action: string, whom = {}) => [
  ["POST", "/api/v1/conversations/c-1/thread-control", { action, ...whom }],
];
const AWAY = aConversation({ elsewhere: { app: "263902037430900", since: "2026-03-02T09:00:00Z" } });

it.each([
  ["PASS", { app: "263902037430900" }, "thread-pass", "Pass to Meta’s inbox"],
  ["RELEASE", {}, "thread-release", "Release to Facebook’s routing"],
])("asks before it gives a conversation away: %s", async (action, whom, item, button) => {
  const calls = show(aConversation());
  await userEvent.click(screen.getByTestId("thread-menu"));
  await userEvent.click(await screen.findByTestId(item));
  expect(screen.getByTestId("control-dialog")).toBeVisible();
  expect(calls()).toEqual([]);

  await userEvent.click(screen.getByRole("button", { name: button }));

  await waitFor(() => expect(calls()).toEqual(asked(action, whom)));
  expect(screen.queryByTestId("control-dialog")).toBeNull();
});

it("says that a conversation is released, as nothing else shows it", async () => {
  show(aConversation());
  await userEvent.click(screen.getByTestId("thread-menu"));
  await userEvent.click(await screen.findByTestId("thread-release"));
  expect(screen.queryByText("The conversation is released")).toBeNull();

  await userEvent.click(screen.getByRole("button", { name: "Release to Facebook’s routing" }));

  expect(await screen.findByText("The conversation is released")).toBeVisible();
});

it("takes a conversation back that another application has", async () => {
  const calls = show(AWAY);

  await userEvent.click(screen.getByTestId("take-back"));

  await waitFor(() => expect(calls()).toEqual(asked("TAKE")));
});

it("offers nobody to pass on what another application has", async () => {
  show(AWAY);

  await userEvent.click(screen.getByTestId("thread-menu"));

  expect(await screen.findByTestId("thread-process")).toBeInTheDocument();
  expect(screen.queryByTestId("thread-pass")).toBeNull();
});

it("tells what Facebook says when it refuses", async () => {
  show(AWAY, () => problem(409, "Facebook does not let the app take this thread"));

  await userEvent.click(screen.getByTestId("take-back"));

  expect(await screen.findByText("Facebook does not let the app take this thread")).toBeVisible();
});
