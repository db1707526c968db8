import { OPEN_STATES } from "../api/recordings";

/** The states that recordings are looked for by, as one chooses among them. */
export const RECORDING_STATES = [
  { value: OPEN_STATES, word: "recordings.open" },
  { value: "CLOSED", word: "recordings.over" },
  { value: "IGNORED", word: "recordings.ignored" },
] as const;

export const SCORES = ["1", "2", "3", "4", "5"];
