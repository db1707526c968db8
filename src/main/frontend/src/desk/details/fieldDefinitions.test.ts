import { describe, expect, it } from "vitest";
import type { CustomerField } from "../../api/customers";
import { choicesOf, faultsOf, idFor } from "./fieldDefinitions";

const field = (id: string, changes: Partial<CustomerField> = {}): CustomerField => ({
  id,
  name: id,
  kind: "TEXT",
  choices: [],
  ...changes,
});

describe("fields of customers", () => {
  it("say what is missing, field by field", () => {
    const faults = faultsOf([
      field("a", { name: "Number" }),
      field("b", { name: " number " }),
      field("c", { name: "" }),
      field("d", { kind: "CHOICE" }),
      field("e", { kind: "CHOICE", choices: ["One"] }),
    ]);
    expect([...faults]).toEqual([
      ["b", "fields.nameTaken"],
      ["c", "fields.nameMissing"],
      ["d", "fields.choicesMissing"],
    ]);
  });

  it("have each choice once", () => {
    expect(choicesOf(" New, Regular,, New ,")).toEqual(["New", "Regular"]);
  });

  it("have an id of their own, whatever was removed", () => {
    const fields = [field("field-2")];
    expect(fields.map(({ id }) => id)).not.toContain(idFor(fields));
    expect(idFor(fields)).toMatch(/^[a-z0-9-]{1,40}$/);
  });
});
