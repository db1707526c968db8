import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { DayField } from "./DayField";

it("asks only for days that fit, and shows what is typed meanwhile", () => {
  const choose = vi.fn();
  render(<DayField id="from" label="From" value="2026-03-01" max="2026-03-31" choose={choose} />);
  const field = screen.getByLabelText("From");

  fireEvent.change(field, { target: { value: "0002-03-01" } });
  expect(field).toHaveValue("0002-03-01");
  fireEvent.change(field, { target: { value: "2026-04-01" } });
  expect(choose).not.toHaveBeenCalled();

  fireEvent.change(field, { target: { value: "2026-03-15" } });
  expect(choose).toHaveBeenCalledExactlyOnceWith("2026-03-15");
});

it("goes back to the day that is asked for when it is left with another", () => {
  render(<DayField id="from" label="From" value="2026-03-01" choose={() => {}} />);
  const field = screen.getByLabelText("From");

  fireEvent.change(field, { target: { value: "0002-03-01" } });
  fireEvent.blur(field);

  expect(field).toHaveValue("2026-03-01");
});
