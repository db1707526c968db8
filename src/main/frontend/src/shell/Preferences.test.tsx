import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { I18nProvider } from "../i18n/i18n";
import { ThemeProvider } from "../theme/theme";
import { Preferences } from "./Preferences";

const open = () =>
  render(
    <I18nProvider>
      <ThemeProvider>
        <Preferences />
      </ThemeProvider>
    </I18nProvider>,
  );

it("speaks the other language at a click, now and after a reload", async () => {
  const { unmount } = open();
  expect(document.documentElement.lang).toBe("en");

  await userEvent.click(screen.getByRole("button", { name: "FR – passer en français" }));

  expect(await screen.findByRole("button", { name: "Passer au thème sombre" })).toBeVisible();
  expect(document.documentElement.lang).toBe("fr");
  unmount();
  open();
  expect(screen.getByTestId("language-switch")).toHaveTextContent("EN");
});
