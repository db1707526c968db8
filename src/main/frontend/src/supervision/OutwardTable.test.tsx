import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { OutwardTable } from "./OutwardTable";

const show = (table: Parameters<typeof OutwardTable>[0]) =>
  render(
    <MemoryRouter>
      <OutwardTable {...table} />
    </MemoryRouter>,
  );

it("says that nothing stands in the way", () => {
  show({ held: [], troubles: [], unsent: [] });

  expect(screen.getByText("Everything is sent, and no Page is held or in trouble.")).toBeInTheDocument();
});

it("names each trouble of a Page, what Facebook says of it, and leads to the Page", () => {
  show({
    held: [{ id: "1", name: "Maison", cause: "TOKEN", reason: "Session expired", since: "2026-03-02T09:00:00Z" }],
    troubles: [
      { page: "2", name: "Atelier", kind: "PERMISSION_MISSING", reason: "pages_messaging is missing" },
      { page: "2", name: "Atelier", kind: "TOKEN_INVALID", reason: "The password was changed" },
    ],
    unsent: [{ id: "1", name: "Maison", threads: 2, messages: 3, retried: 0 }],
  });

  const [permission, token] = screen.getAllByTestId("page-trouble");
  expect(permission).toHaveTextContent("Atelier lacks a permissionpages_messaging is missing");
  expect(token).toHaveTextContent("Atelier has lost its access: connect it againThe password was changed");
  expect(screen.getAllByRole("link", { name: "Atelier" })[0]).toHaveAttribute("href", "/pages/2");
  expect(screen.getByTestId("held-page")).toHaveTextContent("Maison has been held for");
  expect(screen.queryByText(/no Page is held/)).toBeNull();
});
