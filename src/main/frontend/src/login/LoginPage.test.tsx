import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes, useLocation } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import { noAnswer, nothing, problem, serve, setToken } from "../test/server";
import LoginPage from "./LoginPage";
import { returnTo } from "./returnTo";

const Place = () => <p data-testid="place">{useLocation().pathname}</p>;

function open(search = "") {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={[`/login${search}`]}>
        <Routes>
          <Route path="/login" element={<LoginPage />} />
          <Route path="*" element={<Place />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

async function signIn(name = "alice", password = "alice") {
  if (name !== "") await userEvent.type(screen.getByTestId("login-username"), name);
  if (password !== "") await userEvent.type(screen.getByTestId("login-password"), password);
  await userEvent.click(screen.getByTestId("login-submit"));
}

beforeEach(() => setToken("token"));

describe("the login", () => {
  it("sends a form and leads back to where the reader came from", async () => {
    const calls = serve(nothing);
    open(`?from=${encodeURIComponent("/desk/c-7")}`);

    await signIn("alice", "s&cret");

    expect(await screen.findByTestId("place")).toHaveTextContent("/desk/c-7");
    expect(calls.find(({ method }) => method === "POST")).toMatchObject({
      method: "POST",
      path: "/login",
      body: "username=alice&password=s%26cret",
    });
  });

  it("leads by default to where the roles decide what comes first", async () => {
    serve(nothing);
    open();

    await signIn();

    expect(await screen.findByTestId("place")).toHaveTextContent(/^\/$/);
  });

  it("says that name or password is wrong", async () => {
    serve(() => problem(401, "Bad credentials"));
    open();

    await signIn();

    expect(await screen.findByText("User name or password is not right.")).toBeVisible();
  });

  it("says how long to wait when throttled", async () => {
    serve(() => problem(429, "Too many", { "Retry-After": "30" }));
    open();

    await signIn();

    expect(await screen.findByText("Too many attempts. Try again in 30 s.")).toBeVisible();
  });

  it("says that the server is silent", async () => {
    serve(noAnswer);
    open();

    await signIn();

    expect(await screen.findByText("The server does not answer. Try again in a moment.")).toBeVisible();
  });

  it("does not ask the server without a password", async () => {
    const calls = serve(nothing);
    open();

    await signIn("alice", "");

    expect(screen.getByText("Enter your user name and password.")).toBeVisible();
    expect(calls.filter(({ method }) => method !== "GET")).toEqual([]);
  });
});

describe("the way back", () => {
  it.each(["//evil.example", "https://evil.example", "/\\evil.example", "/login?from=/login", "desk"])(
    "never leads to %s",
    (from) => expect(returnTo(`?from=${encodeURIComponent(from)}`)).toBe("/"),
  );

  it("leads to a place of ours", () => {
    expect(returnTo("?from=%2Fdesk%2Fc-1")).toBe("/desk/c-1");
  });
});
