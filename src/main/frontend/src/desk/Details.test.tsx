import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { Conversation } from "../api/types";
import { ToastProvider } from "../shell/Toasts";
import { aConversation, aCustomer, aliceOnline } from "../test/fixtures";
import { json, problem, serve, setToken } from "../test/server";
import { Details } from "./Details";

const CARD = { page: "p-1", id: "u-1", tags: ["vip"], fields: {}, blocked: null, facebook: null, acts: [], version: 1 };

/** A server that keeps the customer's tags. */
function open(changes: Partial<Conversation>) {
  const conversation = aConversation(changes);
  const card = structuredClone(CARD);
  const calls = serve(({ method, path, body }) => {
    if (path.startsWith("/api/v1/customers/")) {
      if (method === "PATCH") {
        card.tags.push(...(JSON.parse(body) as { addTags: string[] }).addTags);
        card.version++;
      }
      return json(card);
    }
    if (path === `/api/v1/conversations/${conversation.id}`) return json(conversation);
    if (path === "/api/v1/customer-fields") return json({ fields: [], version: 1 });
    return path.endsWith("/earlier") || path.endsWith("/decisions") || path.endsWith("-names")
      ? json([])
      : problem(404, "Not here");
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <ToastProvider>
          <Details me={aliceOnline()} id={conversation.id} />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return calls;
}

const fact = async (name: string) => (await screen.findByText(name)).parentElement;

beforeEach(() => setToken("token"));

it("says in which language the customer has Facebook, and by which ad they came", async () => {
  open({
    customer: { ...aCustomer("u-1", "Camille Dubois"), locale: "fr_FR" },
    referral: {
      source: "ADS",
      ref: "spring",
      ad: "600001",
      adTitle: "Spring sale",
      photo: null,
      video: null,
      post: null,
      product: null,
      referer: null,
    },
  });

  expect(await fact("Language")).toHaveTextContent(/French/);
  const referral = within(screen.getByTestId("referral"));
  expect(referral.getByText("Spring sale")).toBeInTheDocument();
  expect(referral.getByText("600001")).toBeInTheDocument();
  expect(referral.getByText("spring")).toBeInTheDocument();
});

it("names no language and no source where there is none", async () => {
  open({});

  expect(await screen.findByText("Camille Dubois")).toBeInTheDocument();
  expect(screen.queryByText("Language")).toBeNull();
  expect(screen.queryByTestId("referral")).toBeNull();
});

it("keeps a tag for the customer beside those that are there", async () => {
  const calls = open({});
  const tags = within(await screen.findByTestId("customer-tags"));
  expect(tags.getByText("vip")).toBeInTheDocument();

  await userEvent.type(tags.getByRole("combobox"), "patient{Enter}");

  expect(await tags.findByText("patient")).toBeInTheDocument();
  expect(tags.getByText("vip")).toBeInTheDocument();
  await vi.waitFor(() => {
    const change = calls.find(({ method }) => method === "PATCH");
    expect(change?.path).toBe("/api/v1/customers/p-1/u-1");
    expect(JSON.parse(change?.body ?? "")).toEqual({ addTags: ["patient"] });
  });
});
