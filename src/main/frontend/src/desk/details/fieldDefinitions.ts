import type { CustomerField } from "../../api/customers";

/** The next free id: what a field is called may change, what it is kept under may not. */
export function idFor(fields: readonly CustomerField[]): string {
  const taken = new Set(fields.map(({ id }) => id));
  let n = fields.length + 1;
  while (taken.has(`field-${n}`)) n++;
  return `field-${n}-${Date.now().toString(36)}`;
}

/** Each once, in the order in which they were written. */
export const choicesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((choice) => choice.trim())
      .filter((choice) => choice !== ""),
  ),
];

export type Fault = "fields.nameMissing" | "fields.nameTaken" | "fields.choicesMissing";

/** What keeps the fields from being saved, by field. */
export function faultsOf(fields: readonly CustomerField[]): Map<string, Fault> {
  const faults = new Map<string, Fault>();
  const names = new Set<string>();
  for (const { id, name, kind, choices } of fields) {
    const plain = name.trim().toLowerCase();
    if (plain === "") faults.set(id, "fields.nameMissing");
    else if (names.has(plain)) faults.set(id, "fields.nameTaken");
    else if (kind === "CHOICE" && choices.length === 0) faults.set(id, "fields.choicesMissing");
    names.add(plain);
  }
  return faults;
}
