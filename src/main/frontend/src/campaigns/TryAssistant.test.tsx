import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import { aCampaign } from "../test/campaigns";
import { type Call, json, serve } from "../test/server";
import { TryAssistant } from "./TryAssistant";

vi.mock("./form", () => ({ useForm: () => ({ draft: aCampaign({ id: "shop" }) }) }));

let calls: Call[];
let answer: object;

beforeEach(() => {
  calls = serve(() => json(answer));
});

async function ask(text: string) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TryAssistant />
    </QueryClientProvider>,
  );
  expect(screen.getByRole("button", { name: "Ask" })).toBeDisabled();
  await userEvent.type(screen.getByLabelText(/Question/), text);
  await userEvent.click(screen.getByRole("button", { name: "Ask" }));
}

it("shows the answer, how sure it is and where it stands", async () => {
  answer = { answers: ["From 9 to 18."], score: 0.8, threshold: 0.5, sources: ["entry 1"], reason: null };

  await ask("When do you open?");

  expect(await screen.findByText("From 9 to 18.")).toBeVisible();
  expect(screen.getByTestId("tried")).toHaveTextContent("0.80");
  expect(screen.getByTestId("tried")).toHaveTextContent("entry 1");
  const asked = calls.find((call) => call.path === "/api/v1/campaigns/shop/assistant/try");
  expect(JSON.parse(asked?.body ?? "{}")).toEqual({ text: "When do you open?" });
});

it("says why a person would go on", async () => {
  answer = { answers: [], score: 0.2, threshold: 0.5, sources: [], reason: "UNKNOWN" };

  await ask("Do you repair telephones?");

  expect(await screen.findByText(/it knows no answer/)).toBeVisible();
});
