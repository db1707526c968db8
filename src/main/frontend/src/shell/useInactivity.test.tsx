import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { Me } from "../api/types";
import { aliceOnline } from "../test/fixtures";
import { type Call, json, serve, setToken } from "../test/server";
import { useInactivity } from "./useInactivity";

let calls: Call[];

function Watched({ me }: { me: Me }) {
  useInactivity(me);
  return null;
}
const shown = (me: Me) => (
  <QueryClientProvider client={client}>
    <Watched me={me} />
  </QueryClientProvider>
);
let client = createQueryClient();
const wishes = () => calls.filter(({ method }) => method === "PUT").map(({ body }) => JSON.parse(body) as unknown);
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));

beforeEach(() => {
  vi.useFakeTimers();
  setToken("token");
  client = createQueryClient();
  calls = serve(() => json(aliceOnline().presence));
});

it("takes who touches nothing for away, and who touches something again for back", async () => {
  const me = { ...aliceOnline(), awayAfter: 600 };
  const { rerender } = render(shown(me));
  await pass(590);
  expect(wishes()).toEqual([]);
  await pass(30);
  const away = { presence: "AWAY", pause: { kind: "INACTIVE", reason: null } } as const;
  expect(wishes()[0]).toEqual(away);

  rerender(shown({ ...me, presence: { ...me.presence, ...away } }));
  fireEvent.keyDown(window, { key: "a" });
  await pass(1);

  expect(wishes().at(-1)).toEqual({ presence: "ONLINE" });
});

it("leaves who works, who is on a break, and who is never to be away alone", async () => {
  const { rerender } = render(shown({ ...aliceOnline(), awayAfter: 60 }));
  for (let minute = 0; minute < 5; minute++) {
    await pass(45);
    fireEvent.pointerMove(window);
  }
  const onBreak = { presence: "AWAY", pause: { kind: "BREAK", reason: "LUNCH" } } as const;
  rerender(shown({ ...aliceOnline(), awayAfter: 60, presence: { ...aliceOnline().presence, ...onBreak } }));
  await pass(200);
  fireEvent.pointerMove(window);
  rerender(shown({ ...aliceOnline(), awayAfter: 0 }));
  await pass(10_000);

  expect(wishes()).toEqual([]);
});

it("does not send away again who has come back in another browser", async () => {
  const me = { ...aliceOnline(), awayAfter: 600 };
  const { rerender } = render(shown(me));
  await pass(630);
  expect(wishes()).toHaveLength(1);
  const away = { presence: "AWAY", pause: { kind: "INACTIVE", reason: null } } as const;
  rerender(shown({ ...me, presence: { ...me.presence, ...away } }));

  rerender(shown(me));
  await pass(120);

  expect(wishes()).toHaveLength(1);
});
