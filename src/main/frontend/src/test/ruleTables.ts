import type { Planned } from "../api/plannedTables";
import type { Column, Draft, DraftFile, Table, Version } from "../api/ruleTables";

export const NADIA = { id: "nadia", name: "Nadia Haddad" };

const cell = (kind: string, text: string, id: string) =>
  `<${kind}Entry id="${id}"><text>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text></${kind}Entry>`;

export type FixtureRow = { note?: string; when: [string, string, string]; say: [string, string] };

/** A routing table of three inputs and two outputs. */
export const aRoutingDmn = (rows: FixtureRow[] = ROWS) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="routing-model" name="Routing" namespace="https://pupitre.dev/dmn">
  <decision id="routing" name="Routing"><decisionTable id="routing-table" hitPolicy="FIRST">
    <input id="i1" label="Campaign"><inputExpression id="e1" typeRef="string"><text>campaign</text></inputExpression></input>
    <input id="i2" label="Text"><inputExpression id="e2" typeRef="string"><text>text</text></inputExpression></input>
    <input id="i3" label="Local time"><inputExpression id="e3" typeRef="time"><text>time(localTime)</text></inputExpression></input>
    <output id="o1" label="Team" name="team" typeRef="string"/>
    <output id="o2" label="Priority" name="priority" typeRef="number"/>
    ${rows
      .map(
        ({ note, when, say }, at) =>
          `<rule id="r${at + 1}">${note === undefined ? "" : `<description>${note}</description>`}${when
            .map((text, column) => cell("input", text, `r${at + 1}c${column + 1}`))
            .join("")}${say.map((text, column) => cell("output", text, `r${at + 1}c${column + 4}`)).join("")}</rule>`,
      )
      .join("\n")}
  </decisionTable></decision>
</definitions>`;

const ROWS: FixtureRow[] = [
  { note: "Urgent first", when: ["-", 'contains(?, "urgent")', "-"], say: ["null", "10"] },
  { note: "Everything else", when: ["-", "-", "-"], say: ['"returns"', "0"] },
];

export const aVersion = (changes: Partial<Version> = {}): Version => ({
  table: "routing",
  number: 3,
  author: NADIA.name,
  at: "2026-03-02T09:00:00Z",
  reason: "Returns have their own team now",
  basedOn: 2,
  restores: null,
  ...changes,
});

export const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  id: "d-1",
  table: "routing",
  basedOn: 3,
  author: NADIA.name,
  at: "2026-03-02T10:00:00Z",
  revision: 1,
  ...changes,
});

export const aDraftFile = (changes: Partial<DraftFile> = {}): DraftFile => ({
  ...aDraft(),
  dmn: aRoutingDmn(),
  ...changes,
});

const column = (label: string, expression: string, type: string, choices: Column["choices"] = null): Column => ({
  label,
  expression,
  type,
  choices,
});

export const aTable = (changes: Partial<Table> = {}): Table => ({
  table: "routing",
  rows: 2,
  outdated: false,
  current: { ...aVersion(), dmn: aRoutingDmn() },
  drafts: [],
  inputs: [
    column("Campaign", "campaign", "string", [{ value: "sales", label: "Sales" }]),
    column("Text", "text", "string"),
    column("Local time", "time(localTime)", "time"),
  ],
  outputs: [
    column("Team", "team", "string", [{ value: "returns", label: "Returns and refunds" }]),
    column("Priority", "priority", "number"),
  ],
  fired: [{ row: 1, count: 3 }],
  schedules: [],
  approval: false,
  ...changes,
});

export const aPlan = (changes: Partial<Planned> = {}): Planned => ({
  id: "p-1",
  table: "routing",
  basedOn: 3,
  restores: null,
  draft: "d-1",
  author: { id: "nadia", name: "Nadia" },
  askedAt: "2026-03-02T10:00:00Z",
  reason: "Christmas",
  at: null,
  approval: true,
  state: "PENDING_APPROVAL",
  approved: null,
  ended: null,
  version: null,
  failure: null,
  ...changes,
});
