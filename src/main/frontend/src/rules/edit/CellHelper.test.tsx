import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import type { Column } from "../../api/ruleTables";
import { CellHelper } from "./CellHelper";

const TEXT: Column = { label: "Text", expression: "text", type: "string", choices: null };
const POST: Column = { label: "Post", expression: "post", type: "string", choices: null };

/** A cell that can be undone, as the editor does. */
function Cell({ column, said }: { column: Column; said: string }) {
  const [text, setText] = useState(said);
  return (
    <>
      <CellHelper column={column} output={false} text={text} onWrite={setText} />
      <button type="button" onClick={() => setText(said)}>
        Undo
      </button>
    </>
  );
}

it("shows the words of before when they are undone", async () => {
  render(<Cell column={TEXT} said={'contains(?, "urgent")'} />);
  const words = screen.getByLabelText("Words or phrases, one a line");
  await userEvent.type(words, "{Enter}now");
  expect(words).toHaveValue("*urgent*\nnow");

  await userEvent.click(screen.getByText("Undo"));

  expect(screen.getByLabelText("Words or phrases, one a line")).toHaveValue("*urgent*");
});

it("shows the values of before when they are undone, and keeps the line that is being begun", async () => {
  render(<Cell column={POST} said={'"1"'} />);
  const values = screen.getByLabelText("Values, one a line");
  await userEvent.type(values, "{Enter}");
  expect(values).toHaveValue("1\n");
  await userEvent.type(values, "2");
  expect(screen.getByLabelText("FEEL in the cell")).toHaveValue('"1","2"');

  await userEvent.click(screen.getByText("Undo"));

  expect(screen.getByLabelText("Values, one a line")).toHaveValue("1");
});

it("writes the text's values as the text is asked, and leaves them to be typed as they come", async () => {
  render(<Cell column={TEXT} said={'"stop"'} />);
  const values = screen.getByLabelText("Values, one a line");

  await userEvent.type(values, "{Enter}Arrêter Tout");

  expect(values).toHaveValue("stop\nArrêter Tout");
  expect(screen.getByLabelText("FEEL in the cell")).toHaveValue('"stop","arreter tout"');
});

it("writes what stands behind the name that is chosen", async () => {
  const TEAM: Column = {
    label: "Team",
    expression: "team",
    type: "string",
    choices: [
      { value: "returns", label: "Returns and refunds" },
      { value: "night", label: "Night shift" },
    ],
  };
  const write = vi.fn();
  render(<CellHelper column={TEAM} output text="null" onWrite={write} />);
  await userEvent.selectOptions(screen.getByLabelText("Value"), "Returns and refunds");
  expect(write).toHaveBeenLastCalledWith('"returns"');
  cleanup();

  render(<CellHelper column={TEAM} output={false} text="-" onWrite={write} />);
  await userEvent.selectOptions(screen.getByLabelText("What it asks"), "One of these");
  await userEvent.click(screen.getByLabelText("Night shift"));
  expect(write).toHaveBeenLastCalledWith('"night"');
});

it("writes words for an input that is asked as it came so that capitals do not matter", async () => {
  render(<Cell column={POST} said="-" />);
  await userEvent.selectOptions(screen.getByLabelText("What it asks"), "Contains none of these words");

  await userEvent.type(screen.getByLabelText("Words or phrases, one a line"), "*PROMO*");

  expect(screen.getByLabelText("FEEL in the cell")).toHaveValue('? = null or not(matches(?, "(?iu)(PROMO)"))');
  expect(screen.getByText(/Capitals do not matter, accents do/)).toBeVisible();
});
