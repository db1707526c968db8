import { Select, SelectItem } from "@carbon/react";
import { useSearchParams } from "react-router";
import type { Subject } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import { useStudio } from "../words";

/** Which table is proved: the draft that the address names, else the version in effect. */
export function useSubject(table: Table): { subject: Subject; draft: string | null } {
  const [search] = useSearchParams();
  const asked = search.get("draft");
  const draft = table.drafts.find(({ id }) => id === asked)?.id ?? null;
  return { subject: draft === null ? { version: table.current.number } : { draft }, draft };
}

export function SubjectSelect({ table }: { table: Table }) {
  const { w, formats } = useStudio();
  const [, setSearch] = useSearchParams();
  const { draft } = useSubject(table);
  const inEffect = w("subject.current", { n: table.current.number });
  const drafts = table.drafts.map(({ id, author, at }) => ({
    id,
    text: w("subject.draft", { who: author, when: formats.moment(at) }),
  }));
  return (
    <Select
      id="subject"
      size="md"
      labelText={w("subject.label")}
      value={draft ?? ""}
      title={drafts.find(({ id }) => id === draft)?.text ?? inEffect}
      onChange={(event) => setSearch(event.target.value === "" ? {} : { draft: event.target.value }, { replace: true })}
    >
      <SelectItem value="" text={inEffect} />
      {drafts.map(({ id, text }) => (
        <SelectItem key={id} value={id} text={text} />
      ))}
    </Select>
  );
}
