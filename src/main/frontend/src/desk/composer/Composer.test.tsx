import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { drafts } from "../../live/drafts";
import { outbox } from "../../live/outbox";
import { changeParcel } from "../../live/parcel";
import { changeSettings } from "../../shell/settings";
import { aConversation, anAnswer, anAttachment } from "../../test/fixtures";
import { type Call, json, nothing, problem, serve, setToken } from "../../test/server";
import { Composer } from "./Composer";

const CANNED = [
  { shortcut: "hours", title: "Opening hours", text: "We open at 9." },
  { shortcut: "return", title: "Returns", text: "Send it back, Camille." },
];
let number = 0;
let id: string;
const messages = (calls: Call[]) => calls.filter(({ path }) => path.endsWith("/messages"));
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
    await vi.waitFor(() => expect(messages(calls)).toHaveLength(1));
    expect(JSON.parse(messages(calls)[0]?.body ?? "")).toMatchObject({ text: "Hello there" });
  });

  it("begins a new line with Shift and Enter", async () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();

    await userEvent.type(box(), "one{Shift>}{Enter}{/Shift}two");

    expect(box()).toHaveValue("one\ntwo");
    expect(messages(calls)).toEqual([]);
  });

  it("sends with Ctrl and Enter where that is preferred", async () => {
    changeSettings({ sendBy: "ctrlEnter" });
    const calls = serve(() => json(anAnswer(1), 202));
    open();

    await userEvent.type(box(), "one{Enter}two");
    expect(box()).toHaveValue("one\ntwo");
    expect(messages(calls)).toEqual([]);
    await userEvent.type(box(), "{Control>}{Enter}{/Control}");

    expect(box()).toHaveValue("");
    await vi.waitFor(() => expect(messages(calls)).toHaveLength(1));
  });

  it("puts a canned response in by its shortcut, and sends nothing yet", async () => {
    const calls = serve(({ path }) => (path.endsWith("/canned-responses") ? json(CANNED) : json(anAnswer(1), 202)));
    open();

    await userEvent.type(box(), "So: /ret");
    expect(await screen.findAllByTestId("canned-item")).toHaveLength(1);
    expect(box()).toHaveAttribute("aria-activedescendant", screen.getByRole("option").id);
    await userEvent.type(box(), "{Enter}");

    expect(box()).toHaveValue("So: Send it back, Camille.");
    expect(screen.queryByTestId("canned")).toBeNull();
    expect(messages(calls)).toEqual([]);
  });

  it("moves among the canned responses by keys and leaves them by Escape", async () => {
    const calls = serve(({ path }) => (path.endsWith("/canned-responses") ? json(CANNED) : json(anAnswer(1), 202)));
    open();

    await userEvent.click(screen.getByTestId("canned-button"));
    expect(await screen.findAllByTestId("canned-item")).toHaveLength(2);
    await userEvent.type(box(), "{ArrowDown}");
    expect(screen.getByRole("option", { selected: true })).toHaveTextContent("/return");
    await userEvent.type(box(), "{Escape}");

    expect(screen.queryByTestId("canned")).toBeNull();
    await userEvent.type(box(), "{Enter}");
    await vi.waitFor(() => expect(messages(calls)).toHaveLength(1));
    expect(JSON.parse(messages(calls)[0]?.body ?? "")).toMatchObject({ text: "/" });
  });

  it("sends nothing by Enter in the search for emoji, whether or not one fits", async () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();
    await userEvent.type(box(), "Dear Ulla, I will");

    await userEvent.click(screen.getByTestId("emoji"));
    const search = await screen.findByPlaceholderText("Search an emoji");
    await userEvent.type(search, "{Enter}");
    await userEvent.type(search, "zzzz{Enter}");

    expect(box()).toHaveValue("Dear Ulla, I will");
    expect(messages(calls)).toEqual([]);
  });

  it("says so where the campaign has no canned responses", async () => {
    serve(() => json([]));
    open();

    await userEvent.type(box(), "/");

    expect(await screen.findByText(/no canned responses/)).toBeVisible();
  });

  it("lets Enter choose a word while an input method composes", () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();
    fireEvent.change(box(), { target: { value: "こん" } });

    const enter = createEvent.keyDown(box(), { key: "Enter", isComposing: true });
    fireEvent(box(), enter);

    expect(enter.defaultPrevented).toBe(false);
    expect(box()).toHaveValue("こん");
    expect(messages(calls)).toEqual([]);
  });

  it("does not send nothing", async () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();

    await userEvent.type(box(), "   {Enter}");

    expect(screen.getByTestId("send")).toBeDisabled();
    expect(messages(calls)).toEqual([]);
  });

  it("counts the last characters of a message, then says how many there will be", async () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();

    fireEvent.change(box(), { target: { value: "x".repeat(1999) } });
    expect(screen.getByText("1 character left")).toBeVisible();
    fireEvent.change(box(), { target: { value: "x".repeat(2003) } });
    expect(screen.getByText("Will be sent as 2 messages")).toBeVisible();
    fireEvent.keyDown(box(), { key: "Enter" });

    await vi.waitFor(() => expect(messages(calls)).toHaveLength(1));
    expect(JSON.parse(messages(calls)[0]?.body ?? "")).toMatchObject({ split: true });
  });

  it("refuses more than the server takes", () => {
    const calls = serve(() => json(anAnswer(1), 202));
    open();

    fireEvent.change(box(), { target: { value: "x".repeat(20_003) } });
    fireEvent.keyDown(box(), { key: "Enter" });

    expect(screen.getByText("3 characters too many")).toBeVisible();
    expect(screen.getByTestId("send")).toBeDisabled();
    expect(messages(calls)).toEqual([]);
  });

  it("tells that the agent writes, but not with every key", async () => {
    const calls = serve(() => nothing());
    open();

    await userEvent.type(box(), "Hello there");

    expect(calls.map(({ path }) => path)).toEqual([`/api/v1/conversations/${id}/typing`]);
  });

  it("sends what was attached, and the message it answers", async () => {
    const calls = serve(() => json(anAnswer(1), 202));
    changeParcel(id, { attachments: [anAttachment({ id: "a-7" })], replyTo: "mid-1" });
    open();

    await userEvent.click(screen.getByTestId("send"));

    await vi.waitFor(() => expect(messages(calls)).toHaveLength(1));
    expect(JSON.parse(messages(calls)[0]?.body ?? "")).toMatchObject({
      text: "",
      attachments: ["a-7"],
      replyTo: "mid-1",
    });
    expect(screen.queryByTestId("enclosure")).toBeNull();
  });

  it("does not send suggested answers without a text above them", async () => {
    serve(() => json(anAnswer(1), 202));
    changeParcel(id, { quickReplies: [{ title: "Yes", payload: null }] });
    open();

    expect(screen.getByTestId("send")).toBeDisabled();
    expect(screen.getByText("Suggested answers need a text above them")).toBeVisible();
    await userEvent.type(box(), "Shall we?");

    expect(screen.getByTestId("send")).toBeEnabled();
  });

  it("refuses a file that Messenger does not take, and lets it be removed", async () => {
    open();
    const large = new File(["x"], "film.mov");
    Object.defineProperty(large, "size", { value: 26 * 1024 * 1024 });

    fireEvent.paste(box(), { clipboardData: { files: [large], getData: () => "", types: ["Files"] } });

    expect(await screen.findByRole("alert")).toHaveTextContent("Larger than 25 MB");
    await userEvent.click(screen.getByRole("button", { name: "Remove film.mov" }));
    expect(screen.queryByTestId("enclosure")).toBeNull();
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
