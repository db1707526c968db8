import { describe, expect, it } from "vitest";
import { aPage } from "../test/pages";
import { remedyOf, worst } from "./remedy";

const FIELDS = {
  kind: "FIELDS_MISSING",
  reason: "feed is missing",
  remedy: "RESUBSCRIBE",
  permission: null,
  code: null,
} as const;
const TOKEN = {
  kind: "TOKEN_INVALID",
  reason: "The password was changed",
  remedy: "RECONNECT",
  permission: null,
  code: null,
} as const;
const PAUSE = { kind: "RESTRICTED", reason: "For some hours", remedy: "WAIT", permission: null, code: null } as const;

describe("the one button of a Page", () => {
  it("is none while all is well", () => {
    expect(remedyOf(aPage())).toBeNull();
  });

  it("mends what mends the rest", () => {
    const page = aPage({ state: "HELD", problems: [PAUSE, FIELDS, TOKEN] });

    expect(worst(page)).toBe(TOKEN);
    expect(remedyOf(page)).toBe("RECONNECT");
    expect(remedyOf(aPage({ state: "ATTENTION", problems: [PAUSE, FIELDS] }))).toBe("RESUBSCRIBE");
  });

  it("connects again what was disconnected", () => {
    expect(remedyOf(aPage({ state: "DISCONNECTED" }))).toBe("RECONNECT");
  });
});
