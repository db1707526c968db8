import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import type { Webhook } from "../api/webhooks";
import { ToastProvider } from "../shell/Toasts";
import { type Call, json, nothing, problem, serve, setToken } from "../test/server";
import { WebhookList } from "./WebhookList";

const aWebhook = (changes: Partial<Webhook> = {}): Webhook => ({
  id: "w-1",
  url: "https://example.org/in",
  enabled: true,
  createdAt: "2026-03-02T09:00:00Z",
  secret: null,
  ...changes,
});

function open(list: () => Webhook[], answer: (call: Call) => Response = () => nothing()) {
  const calls = serve((call) => {
    if (call.method !== "GET") return answer(call);
    return json(call.path.endsWith("/deliveries") ? [] : list());
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <ToastProvider>
        <MemoryRouter>
          <WebhookList />
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return () => calls.filter(({ method }) => method !== "GET").map(({ method, path, body }) => [method, path, body]);
}

const confirm = (name: string) =>
  within(screen.getByTestId("webhook-confirm")).getByRole("button", { name: new RegExp(`${name}$`) });

beforeEach(() => setToken("token"));

describe("webhooks", () => {
  it("say that there is none, and show the secret of a new one this once", async () => {
    let list: Webhook[] = [];
    const changes = open(
      () => list,
      () => {
        list = [aWebhook()];
        return json(aWebhook({ secret: "abc123" }), 201);
      },
    );
    expect(await screen.findByText("No webhook yet")).toBeInTheDocument();

    await userEvent.click(screen.getByTestId("new-webhook"));
    await userEvent.type(screen.getByLabelText("Address"), "https://example.org/in{Enter}");

    expect(await screen.findByText("abc123")).toBeInTheDocument();
    expect(changes()).toEqual([["POST", "/api/v1/alert-webhooks", '{"url":"https://example.org/in"}']]);
    await userEvent.click(screen.getByRole("button", { name: "I have it" }));
    expect(screen.queryByText("abc123")).toBeNull();
    expect(await screen.findByTestId("webhook")).toHaveTextContent("https://example.org/in");
  });

  it("are not added without a whole address, and say why the server refuses one", async () => {
    const changes = open(
      () => [],
      () => problem(409, "Expected PUPITRE_PAGE_TOKEN_KEYS"),
    );
    await userEvent.click(await screen.findByTestId("new-webhook"));
    const add = screen.getByRole("button", { name: "Add" });
    expect(add).toBeDisabled();
    await userEvent.type(screen.getByLabelText("Address"), "example.org{Enter}");
    expect(screen.getByText(/A whole address/)).toBeInTheDocument();
    expect(changes()).toEqual([]);

    await userEvent.clear(screen.getByLabelText("Address"));
    await userEvent.type(screen.getByLabelText("Address"), "https://example.org");
    await userEvent.click(add);

    expect(await screen.findByText("Expected PUPITRE_PAGE_TOKEN_KEYS")).toBeInTheDocument();
  });

  it("show what became of a test", async () => {
    const changes = open(() => [aWebhook()]);

    await userEvent.click(await screen.findByTestId("webhook-test"));

    expect(await screen.findByText("A test is on its way")).toBeInTheDocument();
    expect(await screen.findByText("Nothing went out yet")).toBeInTheDocument();
    expect(changes()).toEqual([["POST", "/api/v1/alert-webhooks/w-1/test", ""]]);
  });

  it("get a new secret or are deleted only after a word", async () => {
    const changes = open(
      () => [aWebhook({ enabled: false })],
      ({ method }) => (method === "POST" ? json(aWebhook({ secret: "def456" })) : nothing()),
    );
    expect(await screen.findByTestId("webhook-test")).toBeDisabled();

    await userEvent.click(screen.getByTestId("webhook-menu"));
    await userEvent.click(screen.getByTestId("webhook-rotate"));
    expect(changes()).toEqual([]);
    await userEvent.click(confirm("New secret"));
    expect(await screen.findByText("def456")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "I have it" }));

    await userEvent.click(screen.getByTestId("webhook-menu"));
    await userEvent.click(screen.getByTestId("webhook-delete"));
    await userEvent.click(confirm("Delete"));
    await waitFor(() =>
      expect(changes()).toEqual([
        ["POST", "/api/v1/alert-webhooks/w-1/secret", ""],
        ["DELETE", "/api/v1/alert-webhooks/w-1", ""],
      ]),
    );
  });
});
