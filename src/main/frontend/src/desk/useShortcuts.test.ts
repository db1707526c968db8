import { describe, expect, it } from "vitest";
import { actionOf } from "./useShortcuts";

function press(key: string, target: HTMLElement = document.body, held: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, ...held });
  target.dispatchEvent(event);
  return event;
}
const box = () => document.body.appendChild(document.createElement("textarea"));

describe("a key on the desk", () => {
  it("moves through the conversations", () => {
    expect(actionOf(press("j"), true)).toBe("next");
    expect(actionOf(press("k"), true)).toBe("previous");
    expect(actionOf(press("?"), true)).toBe("help");
  });

  it("is only a letter while somebody writes", () => {
    expect(actionOf(press("j", box()), true)).toBeUndefined();
  });

  it("works with Alt even then", () => {
    expect(actionOf(press("ArrowDown", box(), { altKey: true }), true)).toBe("next");
  });

  it("chooses a list with Alt by its place, whatever a French or an Apple keyboard writes there", () => {
    const held = (key: string) => press(key, box(), { altKey: true, code: "Digit1" });
    expect(["1", "&", "¡"].map((key) => actionOf(held(key), true))).toEqual(["mine", "mine", "mine"]);
    expect(actionOf(press("'", document.body, { altKey: true, code: "Digit4" }), false)).toBe("finished");
  });

  it("takes and resolves", () => {
    expect(actionOf(press("c"), true)).toBe("claim");
    expect(actionOf(press("e"), true)).toBe("resolve");
  });

  it("means nothing alone when single keys are off", () => {
    expect(actionOf(press("j"), false)).toBeUndefined();
    expect(actionOf(press("ArrowUp", document.body, { altKey: true }), false)).toBe("previous");
  });

  it("leaves the browser's own combinations alone", () => {
    expect(actionOf(press("r", document.body, { ctrlKey: true }), true)).toBeUndefined();
    expect(actionOf(press("k", document.body, { metaKey: true }), true)).toBeUndefined();
  });
});
