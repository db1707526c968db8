import { expect, it } from "vitest";
import { passed } from "./passed";

const flow = (id: string, source: string, target: string) => ({ id, source, target });
const flowsOf = (way: string[], flows: ReturnType<typeof flow>[], edges: { id: string; host: string }[] = []) =>
  passed(
    way.map((element) => ({ element, at: null, decision: null })),
    flows,
    edges,
  );

it("follows the flows that were taken, and ends where it is", () => {
  const flows = [flow("f1", "started", "listen"), flow("f2", "listen", "ignore"), flow("f3", "listen", "prepare")];

  expect(flowsOf(["started", "listen", "prepare", "listen"], flows)).toEqual({
    elements: ["started", "listen", "prepare"],
    flows: ["f1", "f3"],
    last: "listen",
  });
});

it("takes one way out of a question, though it came by the other one's end later, or earlier", () => {
  const known = [flow("no", "known", "wait"), flow("yes", "known", "answer"), flow("then", "wait", "answer")];
  expect(flowsOf(["known", "wait", "answer"], known).flows).toEqual(["no", "then"]);

  const reopened = [flow("again", "reopened", "answer"), flow("over", "reopened", "ask")];
  expect(flowsOf(["answer", "reopened", "ask"], reopened).flows).toEqual(["over"]);
});

it("takes a question's both ways when it was asked twice", () => {
  const reopened = [flow("again", "reopened", "answer"), flow("over", "reopened", "ask")];

  expect(flowsOf(["answer", "reopened", "answer", "reopened", "ask"], reopened).flows).toEqual(["again", "over"]);
});

it("leaves an activity by the event at its edge", () => {
  const flows = [flow("done", "answers", "close"), flow("resolved-to-close", "resolved", "close")];

  expect(flowsOf(["answers", "resolved", "close"], flows, [{ id: "resolved", host: "answers" }]).flows).toEqual([
    "resolved-to-close",
  ]);
});
