import { describe, expect, it } from "vitest";
import { hostOf, isOurs, outside } from "./addresses";

describe("an address", () => {
  it("is ours when it stays on this server", () => {
    expect(isOurs("/api/v1/attachments/1")).toBe(true);
    expect(isOurs("data:image/png;base64,AA==")).toBe(true);
    expect(isOurs("//evil.example/a.png")).toBe(false);
    expect(isOurs("https://scontent.example/a.png")).toBe(false);
    expect(isOurs(null)).toBe(false);
  });

  it("may be followed when it opens a page and runs nothing", () => {
    expect(outside("https://example.org/a?b=1")).toBe("https://example.org/a?b=1");
    expect(outside("javascript:alert(1)")).toBeUndefined();
    expect(outside("example.org")).toBeUndefined();
    expect(outside(null)).toBeUndefined();
  });

  it("is named by its host", () => {
    expect(hostOf("https://www.example.org/long/path")).toBe("example.org");
  });
});
