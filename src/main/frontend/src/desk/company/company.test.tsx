import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Watcher } from "../../api/customers";
import { drafts } from "../../live/drafts";
import { noteDrafts } from "../../live/notes";
import { keys } from "../../live/queries";
import { forgetStored } from "../../live/stored";
import { ALICE, aConversation, aliceOnline, BRUNO } from "../../test/fixtures";
import { Company } from "./Company";
import { KeptDraft } from "./KeptDraft";

const until = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

describe("company on a conversation", () => {
  function show(watchers: Watcher[]) {
    const client = new QueryClient();
    client.setQueryData(keys.company("c-1"), watchers);
    render(
      <QueryClientProvider client={client}>
        <Company id="c-1" me={aliceOnline()} />
      </QueryClientProvider>,
    );
    return screen.getByTestId("company");
  }

  it("is everybody else who looks, and who of them writes", () => {
    const company = show([
      { ...ALICE, typing: true, until: until(60) },
      { ...BRUNO, typing: true, until: until(60) },
      { id: "sofia", name: "Sofia", typing: false, until: until(60) },
    ]);
    expect(company).toHaveTextContent("Writing now: Bruno. Also looking: Sofia");
  });

  it("is not who was not heard of for long", () => {
    expect(show([{ ...BRUNO, typing: false, until: until(-1) }])).toBeEmptyDOMElement();
  });
});

describe("what one was writing", () => {
  beforeEach(() => {
    forgetStored();
    drafts.set("c-1", "Dear Camille");
  });

  it("is kept and said to be when somebody else takes over", async () => {
    const onNote = vi.fn();
    render(<KeptDraft conversation={aConversation({ assignee: BRUNO })} me={aliceOnline()} onNote={onNote} />);
    expect(screen.getByTestId("kept-draft")).toHaveTextContent("Bruno has the conversation now");

    await userEvent.click(screen.getByRole("button", { name: "Make it a note" }));

    expect(noteDrafts.get("c-1")).toBe("Dear Camille");
    expect(drafts.get("c-1")).toBe("");
    expect(onNote).toHaveBeenCalledOnce();
  });

  it("is told of when the conversation is over", () => {
    render(<KeptDraft conversation={aConversation({ state: "CLOSED" })} me={aliceOnline()} onNote={vi.fn()} />);
    expect(screen.getByTestId("kept-draft")).toHaveTextContent("The conversation is over");
  });

  it("waits in silence for the conversation that is one’s own and answered elsewhere", () => {
    const elsewhere = { app: null, since: new Date().toISOString() };
    render(<KeptDraft conversation={aConversation({ elsewhere })} me={aliceOnline()} onNote={vi.fn()} />);
    expect(screen.queryByTestId("kept-draft")).toBeNull();
  });
});
