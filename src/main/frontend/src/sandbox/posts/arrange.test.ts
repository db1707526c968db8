import { describe, expect, it } from "vitest";
import { aComment } from "../fixtures";
import { arrange } from "./arrange";

const shape = (...comments: Parameters<typeof arrange>[0]) =>
  arrange(comments).map(({ comment, replies }) => [comment.id, replies.map(({ id }) => id)]);

describe("comments", () => {
  it("stand on two levels, however deep they were answered", () => {
    expect(
      shape(
        aComment({ id: "a" }),
        aComment({ id: "b" }),
        aComment({ id: "a1", parent: "a" }),
        aComment({ id: "a2", parent: "a1" }),
      ),
    ).toEqual([
      ["a", ["a1", "a2"]],
      ["b", []],
    ]);
  });

  it("find their place even when the answer is known first", () => {
    expect(shape(aComment({ id: "a1", parent: "a" }), aComment({ id: "a" }))).toEqual([["a", ["a1"]]]);
  });

  it("stand alone when nobody knows what they answer", () => {
    expect(shape(aComment({ id: "x", parent: "gone" }))).toEqual([["x", []]]);
  });
});
