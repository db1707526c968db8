import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Role } from "../../api/types";
import { aConversation, aCustomer, aliceOnline, aMessage } from "../../test/fixtures";
import { json, problem, serve, setToken } from "../../test/server";
import { WhyPage } from "./WhyPage";

const AT = "/api/v1/conversations/c-1";

beforeEach(() => {
  setToken("token");
  const conversation = aConversation({ id: "c-1", customer: aCustomer("u-1", "Marie Curie") });
  serve(({ path }) =>
    path === AT
      ? json(conversation)
      : path === `${AT}/decisions`
        ? json([])
        : path === `${AT}/messages?size=50`
          ? json({ items: [aMessage(1, { direction: "IN", text: "Where is my parcel?" })], more: false })
          : problem(404, "There is none"),
  );
});

function open(role: Role, state?: { from: string }) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[{ pathname: "/rules/why/c-1", state }]}>
        <WhyPage me={{ ...aliceOnline(), roles: [role] }} id="c-1" />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

it("says whose conversation it is, and leads back to where one came from", async () => {
  open("SUPERVISOR", { from: "/supervision/recordings/c-1" });
  expect(await screen.findByTestId("why-whose")).toHaveTextContent("Conversation with Marie Curie");
  expect(screen.getByRole("link", { name: "Back" })).toHaveAttribute("href", "/supervision/recordings/c-1");
  expect(screen.getByRole("link", { name: "Read the conversation" })).toHaveAttribute(
    "href",
    "/supervision/recordings/c-1",
  );
});

it("leads whoever was given the address to the tables, and to no screen that is not theirs", async () => {
  open("ANALYST");
  expect(await screen.findByTestId("why-whose")).toBeVisible();
  expect(screen.getByRole("link", { name: "All tables" })).toHaveAttribute("href", "/rules");
  expect(screen.getAllByRole("link")).toHaveLength(1);
});

it("lets analysts read the conversation, and do nothing with it", async () => {
  open("ANALYST");
  const words = await screen.findByTestId("why-words");
  expect(await within(words).findByText("Where is my parcel?")).toBeVisible();
  expect(within(words).queryByTestId("message-reply")).toBeNull();
  expect(within(words).queryByRole("textbox")).toBeNull();
});

it.each<Role>(["SUPERVISOR", "AGENT"])("leads a %s to where they read it instead", async (role) => {
  open(role);
  expect(await screen.findByTestId("why-whose")).toBeVisible();
  expect(screen.queryByTestId("why-words")).toBeNull();
});
