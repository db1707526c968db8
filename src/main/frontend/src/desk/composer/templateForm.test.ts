import { describe, expect, it } from "vitest";
import { isComplete, newButton, newCard, rowsOf, templateOf, valueFault } from "./templateForm";

const button = { ...newButton(), title: "Our shop", value: "https://example.org" };

describe("a template being written", () => {
  it("begins with one empty button and is not complete", () => {
    const rows = rowsOf(null);

    expect(rows).toMatchObject({ kind: "buttons", buttons: [{ title: "" }] });
    expect(isComplete(rows)).toBe(false);
  });

  it("is complete with a title and a secure address", () => {
    expect(isComplete({ ...rowsOf(null), buttons: [button] })).toBe(true);
    expect(valueFault({ ...button, value: "http://example.org" })).toBe("badAddress");
    expect(valueFault({ ...button, value: "" })).toBe("required");
    expect(valueFault({ kind: "POSTBACK", title: "Yes", value: "YES" })).toBeNull();
  });

  it("leaves out what was left empty", () => {
    const rows = {
      ...rowsOf(null),
      kind: "cards" as const,
      cards: [{ ...newCard(), title: " Lamp ", buttons: [button] }],
    };

    expect(isComplete(rows)).toBe(true);
    expect(templateOf(rows)).toEqual({
      buttons: [],
      cards: [
        {
          title: "Lamp",
          subtitle: null,
          picture: null,
          link: null,
          buttons: [{ kind: "LINK", title: "Our shop", value: "https://example.org" }],
        },
      ],
    });
  });

  it("is taken up where it was left", () => {
    const template = templateOf({ ...rowsOf(null), buttons: [button] });

    expect(templateOf(rowsOf(template))).toEqual(template);
  });
});
