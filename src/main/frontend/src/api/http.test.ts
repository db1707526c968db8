import { beforeEach, describe, expect, it } from "vitest";
import { json, noAnswer, nothing, problem, serve, setToken } from "../test/server";
import { change, csrfToken, get, NoAnswer, plainChange, Refused } from "./http";

describe("a change to the server", () => {
  beforeEach(() => setToken("first"));

  it("carries the token of the cookie", async () => {
    const calls = serve(() => json({ ok: true }));

    await change("PUT", "/api/v1/me/presence", { presence: "AWAY" });

    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers.get("X-XSRF-TOKEN")).toBe("first");
    expect(calls[0]?.body).toBe('{"presence":"AWAY"}');
  });

  it("asks for a token first when there is none", async () => {
    setToken(null);
    const calls = serve(({ path }) => {
      if (path === "/api/v1/me") setToken("fresh");
      return path === "/api/v1/me" ? problem(401, "Expected a login") : nothing();
    });

    await change("POST", "/login", new URLSearchParams({ username: "alice" }));

    expect(calls.map(({ path }) => path)).toEqual(["/api/v1/me", "/login"]);
    expect(calls[1]?.headers.get("X-XSRF-TOKEN")).toBe("fresh");
  });

  it("is repeated once when the token had gone stale", async () => {
    const calls = serve(({ method, headers }) => {
      if (method === "GET") setToken("second");
      if (method === "GET") return json({});
      return headers.get("X-XSRF-TOKEN") === "second" ? nothing() : problem(403, "Expected a valid token");
    });

    await change("POST", "/logout");

    expect(calls.map(({ method }) => method)).toEqual(["POST", "GET", "POST"]);
  });

  it("is not repeated when it is simply not allowed", async () => {
    const calls = serve(({ method }) => (method === "GET" ? json({}) : problem(403, "Expected an agent")));

    await expect(change("POST", "/api/v1/conversations/c/claim")).rejects.toMatchObject({ status: 403 });

    expect(calls.filter(({ method }) => method === "POST")).toHaveLength(1);
  });
});

describe("a refusal", () => {
  it("says what the server says", async () => {
    serve(() => problem(400, "text must not be blank"));

    await expect(plainChange("POST", "/sandbox/api/x", {})).rejects.toThrow("text must not be blank");
  });

  it("tells when to come back", async () => {
    serve(() => problem(429, "Too many", { "Retry-After": "42" }));

    const refused = await get("/x").catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ status: 429, retryAfter: 42 });
  });

  it("is understood without a body", async () => {
    serve(() => new Response("<html>", { status: 502 }));

    await expect(get("/x")).rejects.toThrow("HTTP 502");
  });
});

it("tells silence from a refusal", async () => {
  serve(noAnswer);

  await expect(get("/x")).rejects.toBeInstanceOf(NoAnswer);
});

it("finds the token among other cookies", () => {
  expect(csrfToken("a=1; XSRF-TOKEN=x%3Dy; b=2")).toBe("x=y");
  expect(csrfToken("MY-XSRF-TOKEN=no")).toBeNull();
});
