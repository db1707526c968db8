import { Button, InlineLoading, Select, SelectItem, Tag } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Table, Version } from "../../api/ruleTables";
import { diffQuery, versionsQuery } from "../../live/ruleTables";
import { Skeleton } from "../../shell/Skeleton";
import { refusalWords } from "../edit/useDraftCalls";
import { VersionMark } from "../studio/VersionMark";
import { useStudio } from "../words";
import { DiffRows } from "./DiffRows";
import { PlannedList } from "./PlannedList";
import { RollBackDialog } from "./RollBackDialog";

/** Every version that was ever in effect, what each changed, and the way back to it. */
export function VersionsTab({ table, me, edits }: { table: Table; me: string; edits: boolean }) {
  const studio = useStudio();
  const { w } = studio;
  const versions = useQuery(versionsQuery(table.table));
  const [back, setBack] = useState<Version | null>(null);
  const [compared, setCompared] = useState<{ from: number; to: number } | null>(null);
  if (versions.data === undefined)
    return versions.isError ? <p role="alert">{refusalWords(versions.error, studio)}</p> : <Skeleton lines={6} />;
  const current = table.current.number;
  const previous = versions.data.find(({ number }) => number < current)?.number ?? current;
  const { from, to } = compared ?? { from: previous, to: current };
  return (
    <div className="versions">
      <div className="versions__all">
        <PlannedList table={table} me={me} edits={edits} />
        <ol className="versions__list" reversed>
          {versions.data.map((version) => (
            <li key={version.number} className="versions__one" data-testid="version" data-number={version.number}>
              <VersionMark version={version} />
              {version.restores !== null && (
                <span className="versions__restores">{w("versions.restores", { n: version.restores })}</span>
              )}
              <span className="versions__acts">
                {version.number === current ? (
                  <Tag type="green" size="sm">
                    {w("version.inEffect")}
                  </Tag>
                ) : (
                  <>
                    <Button
                      kind="ghost"
                      size="sm"
                      onClick={() => setCompared({ from: version.number, to: current })}
                      data-testid="compare"
                    >
                      {w("versions.compare")}
                    </Button>
                    {edits && (
                      <Button kind="ghost" size="sm" onClick={() => setBack(version)} data-testid="roll-back">
                        {w("versions.back")}
                      </Button>
                    )}
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <section className="versions__diff" aria-labelledby="versions-diff">
        <h2 id="versions-diff" className="editor__heading">
          {w("versions.difference")}
        </h2>
        <div className="versions__choice">
          <VersionSelect
            id="diff-from"
            label={w("versions.from")}
            versions={versions.data}
            value={from}
            onChange={(number) => setCompared({ from: number, to })}
          />
          <VersionSelect
            id="diff-to"
            label={w("versions.to")}
            versions={versions.data}
            value={to}
            onChange={(number) => setCompared({ from, to: number })}
          />
        </div>
        <Difference table={table} from={from} to={to} />
      </section>
      {back !== null && <RollBackDialog table={table} version={back} onClose={() => setBack(null)} />}
    </div>
  );
}

type VersionSelectProps = {
  id: string;
  label: string;
  versions: readonly Version[];
  value: number;
  onChange: (number: number) => void;
};

function VersionSelect({ id, label, versions, value, onChange }: VersionSelectProps) {
  const { w } = useStudio();
  return (
    <Select
      id={id}
      size="md"
      labelText={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {versions.map(({ number }) => (
        <SelectItem key={number} value={number} text={w("version.n", { n: number })} />
      ))}
    </Select>
  );
}

/** What became of the rows between two versions. */
export function Difference({ table, from, to }: { table: Table; from: number; to: number }) {
  const studio = useStudio();
  const diff = useQuery(diffQuery(table.table, from, to));
  if (diff.data !== undefined) return <DiffRows changes={diff.data} table={table} />;
  if (diff.isError) return <p role="alert">{refusalWords(diff.error, studio)}</p>;
  return <InlineLoading description={studio.w("findings.checking")} />;
}
