import { expect, it } from "vitest";
import type { Role } from "../api/types";
import { aliceOnline } from "../test/fixtures";
import { firstScreen } from "./roles";

it.each<[Role[], string]>([
  [["AGENT"], "/desk"],
  [["AGENT", "SUPERVISOR"], "/desk"],
  [["SUPERVISOR"], "/supervision"],
  [["ADMIN"], "/supervision"],
  [["ANALYST", "ADMIN"], "/supervision"],
  [["ANALYST"], "/rules"],
  [[], "/desk"],
])("who is %j begins at %s", (roles, screen) => {
  expect(firstScreen({ ...aliceOnline(), roles })).toBe(screen);
});
