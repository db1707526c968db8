import { Button, Select, SelectItem, Tag } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Table, Version } from "../../api/ruleTables";
import { diffQuery, versionsQuery } from "../../live/ruleTables";
import { Skeleton } from "../../shell/Skeleton";
import { refusalWords } from "../edit/useDraftCalls";
import { VersionMark } from "../studio/VersionMark";
import { useStudio } from "../words";
import { ApprovedBy } from "./ApprovedBy";
import { Changes } from "./ChangeParts";
import { PlannedList } from "./PlannedList";
import { RollBackDialog } from "./RollBackDialog";

/** Every version that was ever in effect, what each changed, and the way back to it. */
export function VersionsTab({ table, me, edits }: { table: Table; me: string; edits: boolean }) {
  const studio = useStudio();
  const { w, formats } = studio;
  const versions = useQuery(versionsQuery(table.table));
  const [back, setBack] = useState<Version | null>(null);
  const [compared, setCompared] = useState<{ from: number; to: number } | null>(null);
  const current = table.current.number;
  const previous = versions.data?.find(({ number }) => number < current)?.number ?? current;
  const { from, to } = compared ?? { from: previous, to: current };
  const diff = useQuery({ ...diffQuery(table.table, from, to), enabled: versions.data !== undefined });
  if (versions.data === undefined)
    return versions.isError ? <p role="alert">{refusalWords(versions.error, studio)}</p> : <Skeleton lines={6} />;
  /** The version that first had the rows of this one. */
  const rowsOf = (number: number): number => {
    const restores = versions.data.find((version) => version.number === number)?.restores ?? null;
    return restores === null ? number : rowsOf(restores);
  };
  return (
    <div className="versions">
      <div className="versions__all">
        <PlannedList table={table} me={me} edits={edits} />
        <ol className="versions__list" reversed>
          {versions.data.map((version) => (
            <li key={version.number} className="versions__one" data-testid="version" data-number={version.number}>
              <div>
                <VersionMark version={version} />
                {version.restores !== null && (
                  <p className="version-mark__who">{w("versions.restores", { n: version.restores })}</p>
                )}
                {version.planned?.at != null && (
                  <p className="version-mark__who">{w("planned.for", { when: formats.full(version.planned.at) })}</p>
                )}
                <ApprovedBy approved={version.planned?.approved ?? null} />
              </div>
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
                    {rowsOf(version.number) === rowsOf(current) ? (
                      <Tag type="gray" size="sm">
                        {w("versions.same")}
                      </Tag>
                    ) : (
                      edits &&
                      (version.outdated ? (
                        <span className="version-mark__who">{w("versions.outdated")}</span>
                      ) : (
                        <Button kind="ghost" size="sm" onClick={() => setBack(version)} data-testid="roll-back">
                          {w("versions.back")}
                        </Button>
                      ))
                    )}
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      </div>
      {versions.data.length > 1 && (
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
          <Changes diff={diff} table={table} />
        </section>
      )}
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
