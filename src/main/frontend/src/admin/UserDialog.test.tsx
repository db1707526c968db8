import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { User } from "../api/admin";
import { ToastProvider } from "../shell/Toasts";
import { aliceOnline } from "../test/fixtures";
import { json, problem, serve, setToken } from "../test/server";
import { UserDialog } from "./UserDialog";

const BRUNO: User = { id: "bruno", name: "Bruno", roles: ["AGENT"], enabled: true, program: false, company: false };

function open(user: User) {
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ToastProvider>
        <UserDialog me={aliceOnline()} user={user} onClose={onClose} />
      </ToastProvider>
    </QueryClientProvider>,
  );
  return onClose;
}

/** By its help, too, as Carbon names it. */
const role = (name: string) => screen.getByLabelText(new RegExp(`^${name}`));

beforeEach(() => setToken("token"));

it("makes an agent a supervisor, too, and changes nothing else", async () => {
  const calls = serve(() => json({ ...BRUNO, roles: ["AGENT", "SUPERVISOR"] }));
  const onClose = open(BRUNO);
  expect(role("Agent")).toBeChecked();

  await userEvent.click(role("Supervisor"));
  await userEvent.click(screen.getByText("Save"));

  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(calls[0]).toMatchObject({ method: "PATCH", path: "/api/v1/users/bruno" });
  expect(JSON.parse(calls[0]?.body ?? "")).toEqual({ name: "Bruno", roles: ["AGENT", "SUPERVISOR"], enabled: true });
  expect(await screen.findByText(/Bruno/)).toBeInTheDocument();
});

it("leaves nobody without a role", async () => {
  const calls = serve(() => json(BRUNO));
  open(BRUNO);

  await userEvent.click(role("Agent"));

  expect(screen.getByText("Save")).toBeDisabled();
  expect(calls).toEqual([]);
});

it("stays with what was chosen when the server refuses it", async () => {
  serve(() => problem(409, "Expected another administrator to do this"));
  const onClose = open({ ...BRUNO, id: "alice", roles: ["ADMIN"] });

  await userEvent.click(role("Analyst"));
  await userEvent.click(role("Administrator"));
  await userEvent.click(screen.getByText("Save"));

  expect(await screen.findByText("That did not work")).toBeInTheDocument();
  expect(onClose).not.toHaveBeenCalled();
  expect(role("Analyst")).toBeChecked();
});
