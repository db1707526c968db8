import { InlineLoading, InlineNotification, TextArea } from "@carbon/react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { CaseOutcome } from "../../api/ruleChecks";
import type { Meanwhile, RowChange, Table } from "../../api/ruleTables";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { DiffRows } from "./DiffRows";

/** What the dialogs that change what is in effect have in common. */
export const LONGEST_REASON = 500;

/** The version in effect as far as it is known: by the screen, or by a call that was refused because of a newer one. */
export function newestOf({ current }: Table, meanwhile: Meanwhile | null) {
  const told = meanwhile?.code === "VERSION_CHANGED" && (meanwhile.version ?? 0) > current.number ? meanwhile : null;
  return {
    number: told?.version ?? current.number,
    who: (told === null ? current.author : told.by?.name) ?? "Pupitre",
    at: told?.at ?? current.at,
  };
}

/** Somebody has deployed meanwhile. */
export function NewerNotice({ newest, detail }: { newest: ReturnType<typeof newestOf>; detail: string }) {
  const { w, formats } = useStudio();
  return (
    <InlineNotification
      kind="warning"
      lowContrast
      hideCloseButton
      title={w("deploy.outdated", { n: newest.number, who: newest.who, when: formats.moment(newest.at) })}
      subtitle={detail}
      data-testid="newer-version"
    />
  );
}

type ReasonProps = {
  id: string;
  label: string;
  help?: string;
  value: string;
  onChange: (value: string) => void;
};

type ReasonedProps = ReasonProps & {
  /** What did not happen. */
  failed: string;
  /** Why the last call did not do what it was to do; null where it did, or where that is told otherwise. */
  error: Error | null;
};

/** Why it is done, or what is said about it, and beneath it what has come in between. */
export function Reasoned({ failed, error, ...reason }: ReasonedProps) {
  return (
    <>
      <Reason {...reason} />
      {error !== null && <CallFailed title={failed} error={error} />}
    </>
  );
}

function Reason({ id, label, help, value, onChange }: ReasonProps) {
  return (
    <TextArea
      id={id}
      rows={2}
      maxCount={LONGEST_REASON}
      enableCounter
      labelText={label}
      {...(help !== undefined && { helperText: help })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A call that did not do what it was to do. */
function CallFailed({ title, error }: { title: string; error: Error }) {
  const studio = useStudio();
  return (
    <InlineNotification
      kind="error"
      lowContrast
      hideCloseButton
      title={title}
      subtitle={refusalWords(error, studio)}
      data-testid="call-failed"
    />
  );
}

/** What becomes of the rows. */
export function Changes({ diff, table }: { diff: UseQueryResult<RowChange[]>; table: Table }) {
  const studio = useStudio();
  if (diff.data !== undefined) return <DiffRows changes={diff.data} table={table} />;
  if (diff.isError) return <p role="alert">{refusalWords(diff.error, studio)}</p>;
  return <InlineLoading description={studio.w("findings.checking")} />;
}

/** The cases that keep a change back, or of which that is to be known. */
export function FailingCases({ failing, title }: { failing: readonly CaseOutcome[]; title?: string }) {
  const { wn } = useStudio();
  if (failing.length === 0) return null;
  return (
    <InlineNotification
      kind="error"
      lowContrast
      hideCloseButton
      title={title ?? wn("deploy.failing", failing.length)}
      subtitle={failing.map(({ name }) => name).join(", ")}
      data-testid="deploy-cases"
    />
  );
}
