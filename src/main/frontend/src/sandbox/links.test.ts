import { describe, expect, it } from "vitest";
import { opensSafely, shownHere } from "./links";

describe("a link to a file", () => {
  it("of the stand-in is loaded from here, whatever this machine is called in it", () => {
    expect(shownHere("http://127.0.0.1:8080/sandbox/cdn/f1/picture.png?oe=5")).toBe("/sandbox/cdn/f1/picture.png?oe=5");
  });

  it("of this page's own address is loaded", () => {
    expect(shownHere("/sandbox/api/customers/1/picture")).toBe("/sandbox/api/customers/1/picture");
  });

  it("elsewhere is not loaded", () => {
    expect(shownHere("https://example.com/picture.png")).toBeNull();
    expect(shownHere(null)).toBeNull();
  });
});

describe("an address", () => {
  it("is opened only if it leads to a page", () => {
    expect(opensSafely("https://example.com")).toBe(true);
    expect(opensSafely("javascript:alert(1)")).toBe(false);
    expect(opensSafely("nonsense")).toBe(false);
    expect(opensSafely(null)).toBe(false);
  });
});
