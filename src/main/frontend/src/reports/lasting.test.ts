import { expect, it } from "vitest";
import { lasting, share } from "./lasting";

it.each([
  [0, "0 sec"],
  [59, "59 sec"],
  [60, "1 min"],
  [125, "2 min 5 sec"],
  [3599, "59 min 59 sec"],
  [3600, "1 hr"],
  [4321, "1 hr 12 min"],
  [7199, "2 hr"],
])("tells %i seconds as %s", (seconds, told) => {
  expect(
    lasting(seconds, "en-GB")
      .replaceAll("\u00a0", " ")
      .replace("hrs", "hr")
      .replace("secs", "sec")
      .replace("mins", "min"),
  ).toBe(told);
});

it("tells no share of nothing", () => {
  expect(share(1, 0, "en-GB")).toBeNull();
  expect(share(1, 3, "en-GB")).toBe("33%");
});
