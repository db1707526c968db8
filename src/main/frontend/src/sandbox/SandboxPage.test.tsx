import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { Comment, SandboxMessage } from "../api/sandboxTypes";
import { Line } from "../test/line";
import { type Call, json, nothing, problem, serve } from "../test/server";
import { ThemeProvider } from "../theme/theme";
import { aComment, aCustomer, aFacebookPage, aSandboxMessage, PAGE_ID } from "./fixtures";
import SandboxPage from "./SandboxPage";

const CAMILLE = aCustomer({ id: "5001", name: "Camille Dubois" });
const JONAS = aCustomer({ id: "5002", name: "Jonas Weber", page: "100000000000002" });
const PAGES = [aFacebookPage(), aFacebookPage({ id: "100000000000002", name: "Maison Nord" })];
const POST = {
  id: "7001",
  page: PAGE_ID,
  message: "New coffee",
  photo: null,
  link: "https://f/7001",
  at: "2026-03-02T09:00:00Z",
};

let thread: SandboxMessage[];
let comments: Comment[];
let calls: Call[];
const API = "/sandbox/api";

function answer({ method, path }: Call): Response {
  if (method === "GET" && path === `${API}/customers`) return json([CAMILLE, JONAS]);
  if (path === `${API}/customers`) return json(aCustomer({ id: "5003", page: "100000000000002" }), 201);
  if (path === `${API}/pages`) return json(PAGES);
  if (method === "GET" && path.endsWith("/posts")) return json([POST]);
  if (method === "GET" && path.endsWith("/comments")) return json(comments);
  if (path.endsWith("/comments")) return json(aComment({ id: "7001_9", parent: "7001_1", message: "On Monday" }), 202);
  if (method === "GET" && path.endsWith("/messages")) return json(thread);
  if (path.endsWith("/behaviour")) return method === "GET" ? json({ copies: null }) : nothing();
  if (method === "PATCH") return json(aFacebookPage({ token: "EXPIRED" }));
  if (path.endsWith("/read") || path.endsWith("/faults")) return nothing();
  return json(aSandboxMessage({ mid: "m_new", text: "new", at: "2026-03-02T09:30:00Z" }), 202);
}

async function open(path: string) {
  render(
    <ThemeProvider>
      <QueryClientProvider client={createQueryClient()}>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="/sandbox/:id?" element={<SandboxPage />} />
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>
    </ThemeProvider>,
  );
}
const sent = (method: string, end: string) =>
  calls
    .filter((call) => call.method === method && call.path.endsWith(end))
    .map(({ body }) => (body === "" ? null : JSON.parse(body)) as unknown);
const tells = (name: string, data: unknown) =>
  act(async () => {
    Line.newest().tells(name, data);
    await new Promise((resume) => setTimeout(resume));
  });

beforeEach(() => {
  vi.stubGlobal("EventSource", Line);
  thread = [aSandboxMessage({ mid: "m_1" })];
  comments = [aComment()];
  calls = serve(answer);
});

describe("a customer's thread", () => {
  it("opens with a new customer, though a list without them was still on its way", async () => {
    const added = aCustomer({ id: "5003", name: "Nina New" });
    let late = () => {};
    const lists = [new Promise<Response>((resume) => (late = () => resume(json([CAMILLE]))))];
    serve((call) => {
      if (call.path !== `${API}/customers`) return answer(call);
      return call.method === "GET" ? (lists.pop() ?? json([CAMILLE, added])) : json(added, 201);
    });
    await open("/sandbox");

    await userEvent.click(await screen.findByTestId("sandbox-new-customer"));
    await act(async () => late());

    expect(await screen.findByTestId("sandbox-composer")).toBeVisible();
  });

  it("presses the Page's buttons, after which its quick replies are gone", async () => {
    thread.push(
      aSandboxMessage({
        mid: "m_2",
        fromPage: true,
        text: "",
        template: {
          type: "button",
          text: "What now?",
          buttons: [{ type: "postback", title: "Call me", url: null, payload: "CALL" }],
          elements: [],
        },
        quickReplies: [{ title: "Yes", payload: "YES", picture: null }],
      }),
    );
    await open("/sandbox/5001");

    await userEvent.click(await screen.findByTestId("sandbox-button"));

    expect(sent("POST", "/postbacks")).toEqual([{ payload: "CALL", title: "Call me" }]);
    // Their place is under the newest message.
    await waitFor(() => expect(screen.queryByTestId("sandbox-quick-reply")).toBeNull());
  });

  it("answers by a quick reply while nothing came after it", async () => {
    thread = [
      aSandboxMessage({ mid: "m_2", fromPage: true, quickReplies: [{ title: "Yes", payload: "YES", picture: null }] }),
    ];
    await open("/sandbox/5001");

    await userEvent.click(await screen.findByTestId("sandbox-quick-reply"));

    expect(sent("POST", "5001/messages")).toEqual([{ text: "Yes", quickReply: "YES" }]);
  });

  it("answers a certain message, and edits an own one", async () => {
    await open("/sandbox/5001");
    const message = await screen.findByTestId("sandbox-message");

    await userEvent.click(within(message).getByTestId("sandbox-reply"));
    await userEvent.type(screen.getByTestId("sandbox-composer"), "About this{Enter}");
    await userEvent.click(within(message).getByTestId("sandbox-edit"));
    expect(screen.getByTestId("sandbox-composer")).toHaveValue("Hello");
    await userEvent.type(screen.getByTestId("sandbox-composer"), "!{Enter}");

    expect(sent("POST", "5001/messages")).toEqual([{ text: "About this", replyTo: "m_1" }]);
    expect(sent("PUT", "/m_1")).toEqual([{ text: "Hello!" }]);
  });

  it("sends pasted files with the text", async () => {
    await open("/sandbox/5001");
    const composer = await screen.findByTestId("sandbox-composer");

    fireEvent.paste(composer, {
      clipboardData: { files: [new File(["x"], "bill.pdf", { type: "application/pdf" })], getData: () => "" },
    });
    expect(screen.getByTestId("sandbox-pending")).toHaveTextContent("bill.pdf");
    await userEvent.type(composer, "My bill{Enter}");

    await waitFor(() => expect(calls.some(({ path }) => path.endsWith("5001/files"))).toBe(true));
    expect(screen.queryByTestId("sandbox-pending")).toBeNull();
  });

  it("gives the text and the files back when the stand-in refuses them", async () => {
    calls = serve((call) =>
      call.path.endsWith("/files") ? problem(413, "Expected at most 25 MB, but got more") : answer(call),
    );
    await open("/sandbox/5001");
    const composer = await screen.findByTestId("sandbox-composer");
    fireEvent.paste(composer, { clipboardData: { files: [new File(["x"], "film.mp4")], getData: () => "" } });

    await userEvent.type(composer, "Look{Enter}");

    expect(await screen.findByRole("alert")).toHaveTextContent("Expected at most 25 MB, but got more");
    expect(composer).toHaveValue("Look");
    expect(screen.getByTestId("sandbox-pending")).toHaveTextContent("film.mp4");
  });

  it("shows who answers for the Page, its reaction, and that it types", async () => {
    thread = [
      aSandboxMessage({ pageReaction: "👍" }),
      aSandboxMessage({ mid: "m_2", fromPage: true, persona: { id: "p", name: "Alice", picture: null } }),
    ];
    await open("/sandbox/5001");

    expect(await screen.findByTestId("sandbox-persona")).toHaveTextContent("Alice");
    expect(screen.getByTestId("sandbox-page-reaction")).toHaveTextContent("👍");
    expect(screen.queryByTestId("sandbox-typing")).toBeNull();
    await tells("customer", { ...CAMILLE, typing: true });

    expect(screen.getByTestId("sandbox-typing")).toBeInTheDocument();
  });

  it("makes a new customer of the chosen Page", async () => {
    await open("/sandbox");
    await screen.findAllByTestId("sandbox-customer");

    await userEvent.selectOptions(await screen.findByTestId("sandbox-page-select"), "Maison Nord");
    expect(screen.getAllByTestId("sandbox-customer").map(({ dataset }) => dataset.id)).toEqual(["5002"]);
    await userEvent.click(screen.getByTestId("sandbox-new-customer"));

    expect(sent("POST", "/customers")).toEqual([{ page: "100000000000002" }]);
  });
});

describe("a post", () => {
  it("is commented as a customer of its Page, under the comment that is answered", async () => {
    await open("/sandbox/posts");

    await userEvent.click(await screen.findByTestId("sandbox-comment-reply"));
    await userEvent.type(screen.getByTestId("sandbox-comment-composer"), "On Monday{Enter}");

    await waitFor(() =>
      expect(sent("POST", "/comments")).toEqual([{ customer: "5001", message: "On Monday", parent: "7001_1" }]),
    );
    expect(await screen.findByText("On Monday")).toBeVisible();
  });

  it("shows what the Page did with a comment", async () => {
    await open("/sandbox/posts");
    await screen.findByTestId("sandbox-comment");

    await tells("comment", aComment({ hidden: true, liked: true, answeredPrivately: true }));

    expect(screen.getByText("Hidden by the Page · Liked by the Page · Answered in private")).toBeVisible();
  });
});

describe("Meta", () => {
  it("kills the Page's token", async () => {
    await open("/sandbox/meta");

    await userEvent.selectOptions(await screen.findByTestId("sandbox-token"), "Expired");

    await waitFor(() => expect(sent("PATCH", PAGE_ID)).toEqual([{ token: "EXPIRED" }]));
    expect(await screen.findByText("Done")).toBeVisible();
  });

  it("tells a refusal in the stand-in's words", async () => {
    calls = serve((call) => (call.path.endsWith("/faults") ? problem(400, "Expected fewer calls") : answer(call)));
    await open("/sandbox/meta");

    await userEvent.click(await screen.findByTestId("sandbox-fault-set"));

    expect(await screen.findByText("Expected fewer calls")).toBeVisible();
  });
});
