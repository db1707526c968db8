import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { AddChoice } from "./AddChoice";

const agents = [
  { id: "alice", name: "Alice Martin" },
  { id: "bruno", name: "Bruno Costa" },
];

it("adds what is chosen by the button only, so that choices can be passed by keyboard", async () => {
  const onAdd = vi.fn();
  render(<AddChoice id="add-member" label="Add an agent" choices={agents} onAdd={onAdd} />);
  const select = screen.getByRole("combobox", { name: "Add an agent" });
  const add = screen.getByRole("button", { name: "Add an agent" });
  expect(add).toBeDisabled();

  await userEvent.selectOptions(select, "alice");
  await userEvent.selectOptions(select, "bruno");
  expect(onAdd).not.toHaveBeenCalled();
  await userEvent.tab();
  expect(add).toHaveFocus();
  await userEvent.keyboard("{Enter}");

  expect(onAdd.mock.calls).toEqual([["bruno"]]);
  expect(select).toHaveValue("");
  expect(select).toHaveFocus();
});

it("does not add what somebody else has taken meanwhile", async () => {
  const onAdd = vi.fn();
  const { rerender } = render(<AddChoice id="add-member" label="Add an agent" choices={agents} onAdd={onAdd} />);
  await userEvent.selectOptions(screen.getByRole("combobox"), "alice");

  rerender(<AddChoice id="add-member" label="Add an agent" choices={agents.slice(1)} onAdd={onAdd} />);

  expect(screen.getByRole("combobox")).toHaveValue("");
  expect(screen.getByRole("button")).toBeDisabled();
});
