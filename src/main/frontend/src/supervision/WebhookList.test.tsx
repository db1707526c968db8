import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import type { Delivery, Webhook } from "../api/webhooks";
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

function open(list: () => Webhook[], answer: (call: Call) => Response = () => nothing(), deliveries: Delivery[] = []) {
  const calls = serve((call) => {
    if (call.method !== "GET") return answer(call);
    return json(call.path.endsWith("/deliveries") ? deliveries : list());
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

const aDelivery = (id: string, state: Delivery["state"]): Delivery => ({
  id,
  event: "test",
  alert: {
    id: "WAITING:",
    kind: "WAITING",
    subject: "",
    name: "Test",
    value: 0,
    limit: 0,
    detail: null,
    raisedAt: "2026-03-02T09:00:00Z",
    changedAt: null,
    resolvedAt: null,
    acknowledgedBy: null,
    acknowledgedAt: null,
  },
  state,
  attempts: 9,
  createdAt: "2026-03-02T09:00:00Z",
  nextAt: null,
  lastStatus: 500,
  lastError: null,
  settledAt: "2026-03-02T21:00:00Z",
  againBy: null,
});

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

  it("get again what was given up, and nothing else", async () => {
    const changes = open(
      () => [aWebhook()],
      () => json({ ...aDelivery("test:1", "PENDING"), againBy: "Ada" }, 202),
      [aDelivery("test:1", "FAILED"), aDelivery("test:2", "SENT")],
    );
    await userEvent.click(await screen.findByTestId("webhook-deliveries"));

    expect(await screen.findAllByTestId("delivery")).toHaveLength(2);
    await userEvent.click(screen.getByRole("button", { name: "Send again: Test" }));

    expect(await screen.findByText("It is on its way again")).toBeInTheDocument();
    expect(changes()).toEqual([["POST", "/api/v1/alert-webhooks/w-1/deliveries/test%3A1/again", ""]]);
  });

  it("are switched off and on, and keep what was given up until they are on", async () => {
    let enabled = true;
    const changes = open(
      () => [aWebhook({ enabled })],
      ({ body }) => {
        enabled = JSON.parse(body).enabled;
        return json(aWebhook({ enabled }));
      },
      [aDelivery("test:1", "FAILED")],
    );
    await userEvent.click(await screen.findByTestId("webhook-deliveries"));
    expect(await screen.findByTestId("delivery-again")).toBeEnabled();

    await userEvent.click(screen.getByTestId("webhook-menu"));
    await userEvent.click(screen.getByTestId("webhook-switch"));

    expect(await screen.findByText("The webhook is switched off")).toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId("delivery-again")).toBeDisabled());
    expect(screen.getByTestId("webhook-test")).toBeDisabled();

    await userEvent.click(screen.getByTestId("webhook-menu"));
    await userEvent.click(screen.getByTestId("webhook-switch"));

    expect(await screen.findByText("The webhook is switched on")).toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId("delivery-again")).toBeEnabled());
    expect(changes().map(([method, , body]) => [method, body])).toEqual([
      ["PATCH", '{"enabled":false}'],
      ["PATCH", '{"enabled":true}'],
    ]);
  });

  it("are called at another address once it was changed", async () => {
    let url = "https://example.org/in";
    const changes = open(
      () => [aWebhook({ url })],
      ({ body }) => {
        url = JSON.parse(body).url;
        return json(aWebhook({ url }));
      },
    );
    await userEvent.click(await screen.findByTestId("webhook-menu"));
    await userEvent.click(screen.getByTestId("webhook-change"));
    await userEvent.clear(screen.getByLabelText("Address"));
    await userEvent.type(screen.getByLabelText("Address"), "https://example.org/new{Enter}");

    await waitFor(() => expect(screen.getByTestId("webhook")).toHaveTextContent("https://example.org/new"));
    expect(changes()).toEqual([["PATCH", "/api/v1/alert-webhooks/w-1", '{"url":"https://example.org/new"}']]);
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
