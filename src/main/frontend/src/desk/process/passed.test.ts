import { expect, it } from "vitest";
import { passed } from "./passed";

const step = (element: string) => ({ element, at: null, decision: null });
const flow = (id: string, source: string, target: string) => ({ id, source: { id: source }, target: { id: target } });

it("follows the flows whose two ends were passed", () => {
  const flows = [flow("f1", "started", "listen"), flow("f2", "listen", "ignore"), flow("f3", "listen", "prepare")];

  expect(passed(["started", "listen", "prepare", "listen"].map(step), flows)).toEqual({
    elements: ["started", "listen", "prepare"],
    flows: ["f1", "f3"],
    last: "listen",
  });
});
