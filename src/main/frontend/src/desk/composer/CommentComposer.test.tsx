import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { changeParcel } from "../../live/parcel";
import { aConversation, aMessage, anAnswer } from "../../test/fixtures";
import { type Call, json, serve, setToken } from "../../test/server";
import { CommentComposer } from "./CommentComposer";

let number = 0;
let id: string;
let calls: Call[];
const box = () => screen.getByTestId<HTMLTextAreaElement>("composer");
const sent = () => calls.filter(({ path }) => path.endsWith("/messages")).map(({ body }) => JSON.parse(body));
const choose = (way: "public" | "private") => userEvent.click(screen.getByTestId(`answer-${way}`));
const CARDS = { buttons: [], cards: [{ title: "Lamp", subtitle: null, picture: null, link: null, buttons: [] }] };

beforeEach(() => {
  id = `comment-${++number}`;
  setToken("token");
  calls = serve(() => json(anAnswer(1), 202));
  const comment = aMessage(1, { via: "PUBLIC", at: new Date().toISOString() });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <CommentComposer conversation={aConversation({ id, channel: "COMMENT" })} messages={[comment]} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
});

describe("an answer to a comment", () => {
  it("takes nothing into the public that was prepared for a private answer", async () => {
    await choose("private");
    fireEvent.change(box(), { target: { value: "Which one?" } });
    changeParcel(id, { quickReplies: [{ title: "Blue", payload: null }] });
    expect(await screen.findByTestId("extra-quick-replies")).toBeVisible();

    await choose("public");

    expect(screen.queryByTestId("extra-quick-replies")).toBeNull();
    await userEvent.click(screen.getByTestId("send"));
    await vi.waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]).toMatchObject({ via: "PUBLIC", text: "Which one?" });
    expect(sent()[0].quickReplies).toBeUndefined();
  });

  it("does not go by Enter in the choice of its way", async () => {
    fireEvent.change(box(), { target: { value: "For you alone" } });

    const radio = screen.getByTestId("answer-private").querySelector("input");
    act(() => radio?.focus());
    await userEvent.keyboard("{Enter}");

    expect(radio).toHaveFocus();
    expect(box()).toHaveValue("For you alone");
    expect(sent()).toEqual([]);
  });

  it("gives back what was prepared when the answer is private again", async () => {
    await choose("private");
    changeParcel(id, { template: CARDS });
    await choose("public");
    expect(screen.queryByTestId("extra-template")).toBeNull();

    await choose("private");

    expect(screen.getByTestId("extra-template")).toBeVisible();
  });

  it("may not be longer than one message in private", async () => {
    fireEvent.change(box(), { target: { value: "x".repeat(2001) } });
    expect(screen.getByTestId("send")).toBeEnabled();

    await choose("private");

    expect(screen.getByText("1 character too many")).toBeVisible();
    expect(screen.getByTestId("send")).toBeDisabled();
  });

  it("is either cards or a text in private", async () => {
    await choose("private");
    changeParcel(id, { template: CARDS });
    fireEvent.change(box(), { target: { value: "Look" } });

    expect(screen.getByText("A private answer is one message: either cards or a text")).toBeVisible();
    expect(screen.getByTestId("send")).toBeDisabled();
  });
});
