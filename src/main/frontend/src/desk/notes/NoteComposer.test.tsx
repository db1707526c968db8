import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { forgetStored } from "../../live/stored";
import { ToastProvider } from "../../shell/Toasts";
import { ALICE, aConversation, aMessage, BRUNO } from "../../test/fixtures";
import { type Call, json, noAnswer, serve, setToken } from "../../test/server";
import { NoteComposer } from "./NoteComposer";

let fails = false;
let calls: Call[] = [];

beforeEach(() => {
  forgetStored();
  setToken("token");
  fails = false;
  calls = serve(({ path }) => {
    if (path.endsWith("/colleagues")) return json([ALICE, BRUNO, { id: "sofia", name: "Sofia" }]);
    return fails ? noAnswer() : json(aMessage(2, { direction: "NOTE" }), 201);
  });
});

function show(focused = true) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ToastProvider>
        <NoteComposer conversation={aConversation()} focused={focused} />
      </ToastProvider>
    </QueryClientProvider>,
  );
  return screen.getByTestId<HTMLTextAreaElement>("note-box");
}

const notes = () => calls.filter(({ path }) => path.endsWith("/notes")).map(({ body }) => JSON.parse(body));

describe("writing a note", () => {
  it("takes the focus only where it was asked for", () => {
    expect(show(false)).not.toHaveFocus();
  });

  it("names a colleague by the keyboard alone, and Enter then adds the note", async () => {
    const box = show();

    await userEvent.type(box, "Ask @br");
    expect(await screen.findByRole("option", { selected: true })).toHaveTextContent("Bruno");
    await userEvent.keyboard("{Enter}");
    expect(box).toHaveValue("Ask @bruno ");
    expect(notes()).toEqual([]);
    // Typed by habit, it is there already.
    await userEvent.keyboard(" please{Enter}");

    await waitFor(() => expect(box).toHaveValue(""));
    expect(notes()).toEqual([expect.objectContaining({ text: "Ask @bruno please" })]);
  });

  it("goes on behind the name for who types on at once", async () => {
    const box = show();
    await userEvent.type(box, "Ask  today");
    await userEvent.type(box, "@br", { initialSelectionStart: 4, initialSelectionEnd: 4 });
    expect(await screen.findByRole("option", { selected: true })).toHaveTextContent("Bruno");

    await userEvent.keyboard("{Enter}again ");

    expect(box).toHaveValue("Ask @bruno again today");
  });

  it("keeps the text when the server does not answer, and sends it again under the same key", async () => {
    const box = show();
    fails = true;
    await userEvent.type(box, "Careful{Enter}");
    await screen.findByText("The note could not be added");
    expect(box).toHaveValue("Careful");

    fails = false;
    await userEvent.type(box, "{Enter}");

    await waitFor(() => expect(box).toHaveValue(""));
    const [first, second] = notes();
    expect(second).toEqual(first);
  });

  it("leaves the offer by Escape without leaving the box", async () => {
    const box = show();
    await userEvent.type(box, "@");
    await screen.findAllByRole("option");

    await userEvent.keyboard("{Escape}");

    expect(screen.queryByRole("listbox")).toBeNull();
    expect(box).toHaveFocus();
  });
});
