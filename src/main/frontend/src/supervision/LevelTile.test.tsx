import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import type { CampaignRow, ServiceLevel } from "../api/board";
import { LevelTile } from "./LevelTile";

const campaign = (id: string, serviceLevel: ServiceLevel): CampaignRow => ({
  id,
  name: id,
  zone: "UTC",
  waiting: { count: 0, longestSince: null },
  active: 0,
  lost: 0,
  today: { completed: 0, averageSeconds: null },
  serviceLevel,
});
const LATE = campaign("shop", { target: 90, met: 1, missed: 2, percent: 33 });
const KEPT = campaign("help", { target: 80, met: 9, missed: 0, percent: 100 });

function tileOf(campaigns: CampaignRow[], ...alerted: string[]) {
  render(
    <MemoryRouter>
      <LevelTile campaigns={campaigns} alerted={new Set(alerted)} />
    </MemoryRouter>,
  );
  return screen.getByTestId("tile-level");
}

it("is neither good nor bad below the target while there is no alert", () => {
  const tile = tileOf([LATE]);

  expect(tile).toHaveTextContent("33%1 of 3, target 90%");
  expect(tile.className).not.toContain("board-tile--");
});

it("is bad with the alert, and leads to the limits", () => {
  const tile = tileOf([LATE, KEPT], "shop");

  expect(tile).toHaveTextContent("83%10 of 12, target 80%–90%1 campaign below its limit");
  expect(tile).toHaveClass("board-tile--bad");
  expect(screen.getByRole("link")).toHaveAttribute("href", "/supervision/alerts/limits");
});

it("is good where every target is kept", () => {
  expect(tileOf([KEPT])).toHaveClass("board-tile--good");
});
