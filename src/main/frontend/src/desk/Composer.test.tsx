import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { drafts } from "../live/drafts";
import { outbox } from "../live/outbox";
import { aConversation, anAnswer } from "../test/fixtures";
import { json, problem, serve, setToken } from "../test/server";
import { Composer } from "./Composer";

let number = 0;
let id: string;
const box = () => screen.getByTestId<HTMLTextAreaElement>("composer");

function open(conversationId = id) {
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <Composer key={conversationId} conversation={aConversation({ id: conversationId })} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  id = `composer-${++number}`;
  setToken("token");
});

describe("the composer", () => {
  it("sends with Enter and is empty at once", async () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();

    await userEvent.type(box(), "  Hello there {Enter}");

    expect(box()).toHaveValue("");
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    expect(JSON.parse(calls[0]?.body ?? "")).toMatchObject({ text: "Hello there" });
  });

  it("begins a new line with Shift and Enter", async () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();

    await userEvent.type(box(), "one{Shift>}{Enter}{/Shift}two");

    expect(box()).toHaveValue("one\ntwo");
    expect(calls).toEqual([]);
  });

  it("lets Enter choose a word while an input method composes", () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();
    fireEvent.change(box(), { target: { value: "こん" } });

    const enter = createEvent.keyDown(box(), { key: "Enter", isComposing: true });
    fireEvent(box(), enter);

    expect(enter.defaultPrevented).toBe(false);
    expect(box()).toHaveValue("こん");
    expect(calls).toEqual([]);
  });

  it("does not send nothing", async () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();

    await userEvent.type(box(), "   {Enter}");

    expect(screen.getByTestId("send")).toBeDisabled();
    expect(calls).toEqual([]);
  });

  it("counts the last characters and refuses too many", async () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();

    fireEvent.change(box(), { target: { value: "x".repeat(1999) } });
    expect(screen.getByText("1 character left")).toBeVisible();
    fireEvent.change(box(), { target: { value: "x".repeat(2003) } });
    fireEvent.keyDown(box(), { key: "Enter" });

    expect(screen.getByText("3 characters too many")).toBeVisible();
    expect(screen.getByTestId("send")).toBeDisabled();
    expect(box().value).toHaveLength(2003);
    expect(calls).toEqual([]);
  });

  it("keeps a draft for each conversation", async () => {
    const first = open("first");
    await userEvent.type(box(), "for the first");
    first.unmount();

    const second = open("second");
    expect(box()).toHaveValue("");
    second.unmount();

    open("first");
    expect(box()).toHaveValue("for the first");
    drafts.set("first", "");
  });

  it("keeps the text when the server refuses it", async () => {
    serve(() => problem(409, "Expected the assignee"));
    open();

    await userEvent.type(box(), "Do not lose me{Enter}");

    await vi.waitFor(() => expect(outbox.rows(id)[0]?.problem).toEqual({ kind: "conflict" }));
    expect(outbox.rows(id)[0]?.text).toBe("Do not lose me");
  });
});
