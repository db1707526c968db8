import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Link, MemoryRouter, Route, Routes, useLocation } from "react-router";
import { expect, it } from "vitest";
import { App } from "../../App";
import { createQueryClient } from "../../api/client";
import { ToastProvider } from "../../shell/Toasts";
import { aDraftFile } from "../../test/ruleTables";
import { json, serve, setToken } from "../../test/server";
import { useLost } from "./useLost";
import { useSaving } from "./useSaving";

function Editor() {
  const { changed } = useSaving(aDraftFile({ dmn: "a" }), useLost("routing", 3));
  return (
    <button type="button" onClick={() => changed("b")}>
      Change
    </button>
  );
}

function Place() {
  const { pathname, search } = useLocation();
  return <p data-testid="place">{pathname + search}</p>;
}

it("keeps what was lost as a draft of its own, when it is asked to and until that works", async () => {
  setToken("token");
  let keeps = false;
  const calls = serve(({ method }) => {
    if (method === "PUT") return json({ status: 409, code: "DRAFT_CHANGED" }, 409);
    if (method === "POST") return keeps ? json(aDraftFile({ id: "d-2" })) : json({ status: 401 }, 401);
    return json([]);
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter>
          <Link to="/desk">Desk</Link>
          <Place />
          <Routes>
            <Route path="/" element={<Editor />} />
            <Route path="*" element={null} />
          </Routes>
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Change" }));
  await userEvent.click(screen.getByRole("link", { name: "Desk" }));
  const keep = () => screen.findByRole("button", { name: "Keep mine as a draft of its own" });
  await userEvent.click(await keep());
  expect(await keep()).toBeInTheDocument();
  expect(screen.getByText("Your last changes to the draft were not saved")).toBeInTheDocument();

  keeps = true;
  await userEvent.click(await keep());
  await waitFor(() => expect(screen.getByTestId("place")).toHaveTextContent("/rules/routing/draft?draft=d-2"));
  expect(JSON.parse(calls.findLast(({ method }) => method === "POST")?.body ?? "")).toEqual({ dmn: "b", basedOn: 3 });
  expect(screen.queryByText("Your last changes to the draft were not saved")).not.toBeInTheDocument();
});

it("has a place to be told on whatever screen they went to", async () => {
  serve(() => json({ status: 401 }, 401));
  window.history.pushState(null, "", "/login");
  const { container } = render(<App />);
  expect(await screen.findByRole("heading", { name: "Pupitre" })).toBeInTheDocument();
  expect(container.querySelectorAll(".toasts")).toHaveLength(1);
});
