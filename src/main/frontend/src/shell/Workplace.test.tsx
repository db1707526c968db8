import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { Conversation } from "../api/types";
import { keys } from "../live/queries";
import { aConversation, aliceOnline } from "../test/fixtures";
import { Line } from "../test/line";
import { json, serve } from "../test/server";
import { ThemeProvider } from "../theme/theme";
import { alertTo } from "./alerts";
import { ToastProvider } from "./Toasts";
import { Workplace } from "./Workplace";

vi.mock("./alerts", { spy: true });

let mine: Conversation[];
const me = { ...aliceOnline(), roles: ["AGENT" as const, "SUPERVISOR" as const] };

beforeEach(() => {
  vi.mocked(alertTo).mockClear();
  vi.stubGlobal("EventSource", Line);
  mine = [aConversation({ id: "c-1", unanswered: 2 })];
  document.title = "Reports – Pupitre";
  serve(({ path }) => {
    if (path.includes("assignee=me")) return json({ items: mine, page: 0, size: 200, total: mine.length });
    return json(path.endsWith("/mentions") ? { items: [], unseen: 0 } : []);
  });
  const client = createQueryClient();
  client.setQueryData(keys.me, me);
  render(
    <ThemeProvider>
      <ToastProvider>
        <QueryClientProvider client={client}>
          <MemoryRouter initialEntries={["/reports"]}>
            <Workplace me={me}>Reports</Workplace>
          </MemoryRouter>
        </QueryClientProvider>
      </ToastProvider>
    </ThemeProvider>,
  );
});

const counted = (n: number) => waitFor(() => expect(document.title).toBe(`(${n}) Reports – Pupitre`));
const arrival = aConversation({ id: "c-2", unanswered: 1, version: 1 });

it("counts what is unanswered in the title of every screen", async () => {
  await counted(2);

  document.title = "Alerts – Pupitre";

  await waitFor(() => expect(document.title).toBe("(2) Alerts – Pupitre"));
});

it("calls an agent who is not at the desk to what comes", async () => {
  await counted(2);

  act(() => Line.newest().tells("conversation", arrival));

  expect(alertTo).toHaveBeenCalledOnce();
  expect(vi.mocked(alertTo).mock.calls[0]?.[0]).toBe("New conversation: Camille Dubois");
  await counted(3);
});

it("calls to what came while the line was down, and not to what was there", async () => {
  await counted(2);
  mine = [...mine, arrival];

  act(() => Line.newest().tells("resync", {}));

  await waitFor(() => expect(alertTo).toHaveBeenCalledOnce());
  await counted(3);
});

it("calls once to what both the feed and the list tell of when the line is back", async () => {
  await counted(2);
  mine = [...mine, arrival];

  act(() => {
    Line.newest().tells("resync", {});
    Line.newest().tells("resync", {});
    Line.newest().tells("conversation", arrival);
  });

  await waitFor(() => expect(alertTo).toHaveBeenCalled());
  await counted(3);
  await new Promise((resume) => setTimeout(resume, 100));
  expect(alertTo).toHaveBeenCalledOnce();
});

it("tells its keys on a question mark, away from the desk, too", async () => {
  await userEvent.keyboard("?");

  expect(await screen.findByTestId("shortcuts-dialog")).toHaveTextContent("This help");
  expect(screen.getByTestId("shortcuts-dialog")).not.toHaveTextContent("Next conversation");
});
