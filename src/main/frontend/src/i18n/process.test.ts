import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { processFr } from "./process.fr";

it("says in French what the drawing of the process says", () => {
  const model = new DOMParser().parseFromString(
    readFileSync("../../../bpmn/conversation.bpmn", "utf8"),
    "application/xml",
  );
  const named = [...model.querySelectorAll("[name]")]
    // Messages and errors have names that nobody sees.
    .filter(({ localName }) => localName !== "message" && localName !== "error")
    .filter((element) => element.namespaceURI?.includes("BPMN/20100524"))
    .map((element) => element.getAttribute("name") ?? "");

  expect(named.length).toBeGreaterThan(60);
  expect([...new Set(named)].filter((name) => processFr[name] === undefined)).toEqual([]);
  expect(Object.keys(processFr).filter((name) => !named.includes(name))).toEqual([]);
});
