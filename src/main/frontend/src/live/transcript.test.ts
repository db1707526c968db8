import { describe, expect, it } from "vitest";
import { aMessage, anAnswer } from "../test/fixtures";
import { addIfAbsent, prepend, refresh, type Transcript, upsert } from "./transcript";

const seqs = (transcript: Transcript) => transcript.items.map(({ seq }) => seq);
const of = (...items: Transcript["items"]): Transcript => ({ items, more: false });

describe("a transcript", () => {
  it("orders messages by their sequence, whatever the order of arrival", () => {
    const transcript = [aMessage(3), aMessage(1), aMessage(2)].reduce(upsert, of());

    expect(seqs(transcript)).toEqual([1, 2, 3]);
  });

  it("shows a message once that was told twice", () => {
    expect(seqs(upsert(upsert(of(), aMessage(1)), aMessage(1)))).toEqual([1]);
  });

  it("lets a status go forward but not back", () => {
    const read = upsert(of(anAnswer(1)), anAnswer(1, { status: "READ" }));

    expect(upsert(read, anAnswer(1, { status: "DELIVERED" })).items[0]?.status).toBe("READ");
  });

  it("shows that the server tries again", () => {
    const sending = of(anAnswer(1, { status: "SENDING" }));

    expect(upsert(sending, anAnswer(1, { status: "QUEUED" })).items[0]?.status).toBe("QUEUED");
  });

  it("lets an echo settle what looked failed", () => {
    const failed = of(anAnswer(1, { status: "FAILED", reason: "no answer" }));

    expect(upsert(failed, anAnswer(1, { status: "SENT" })).items[0]).toMatchObject({ status: "SENT", reason: null });
  });

  it("ignores the answer to a call that the live feed overtook", () => {
    const sent = of(anAnswer(1, { status: "SENDING" }));

    expect(addIfAbsent(sent, anAnswer(1, { status: "QUEUED" })).items[0]?.status).toBe("SENDING");
  });
});

describe("loading a transcript in parts", () => {
  it("puts older messages in front", () => {
    const transcript = prepend(
      { items: [aMessage(3)], more: true },
      { items: [aMessage(1), aMessage(2)], more: false },
    );

    expect(seqs(transcript)).toEqual([1, 2, 3]);
    expect(transcript.more).toBe(false);
  });

  it("keeps what was scrolled to when the newest are loaded again", () => {
    const known = { items: [aMessage(1), aMessage(2), aMessage(3)], more: false };

    const transcript = refresh(known, { items: [aMessage(3), aMessage(4)], more: true });

    expect(seqs(transcript)).toEqual([1, 2, 3, 4]);
    expect(transcript.more).toBe(false);
  });

  it("does not hide a gap", () => {
    const newest = { items: [aMessage(60), aMessage(61)], more: true };

    expect(refresh(of(aMessage(1), aMessage(2)), newest)).toEqual(newest);
  });

  it("keeps a message that the live feed brought while the slice was on its way", () => {
    expect(seqs(refresh(of(aMessage(1), aMessage(2)), { items: [aMessage(1)], more: false }))).toEqual([1, 2]);
  });
});
