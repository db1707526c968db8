import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { ScreensMenu } from "./ScreensMenu";

const expanded = () => screen.getByTestId("nav-menu").getAttribute("aria-expanded");

it("closes by a tap beside it, which need not take the focus away", async () => {
  render(
    <>
      <ScreensMenu>
        <a href="#reports">Reports</a>
      </ScreensMenu>
      <p>Beside</p>
    </>,
  );
  await userEvent.click(screen.getByTestId("nav-menu"));
  fireEvent.pointerDown(screen.getByText("Reports"));
  expect(expanded()).toBe("true");

  fireEvent.pointerDown(screen.getByText("Beside"));

  expect(expanded()).toBe("false");
});
