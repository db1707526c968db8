import { Edit } from "@carbon/icons-react";
import { Button, FileUploaderButton, InlineNotification, Tag } from "@carbon/react";
import { useState } from "react";
import { Link } from "react-router";
import type { Table } from "../../api/ruleTables";
import { Empty } from "../../shell/Empty";
import { useStudio } from "../words";
import { draftPath, refusalWords, useDraftCalls } from "./useDraftCalls";

const LARGEST = 1024 * 1024;

/** The words of a file; null where it is in another encoding, whatever its head says. */
async function utf8(file: File): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** The drafts of a table, and how to begin one. */
export function DraftList({ table, edits }: { table: Table; edits: boolean }) {
  const studio = useStudio();
  const { w, formats } = studio;
  const { create } = useDraftCalls(table.table);
  const [refused, setRefused] = useState<string | null>(null);
  const { drafts, current } = table;

  async function take(file: File | undefined) {
    setRefused(null);
    if (file === undefined) return;
    if (file.size > LARGEST) return setRefused(w("drafts.tooLarge"));
    const dmn = await utf8(file);
    if (dmn === null) return setRefused(studio.known("refused.ENCODING") ?? "");
    create.mutate({ dmn }, { onError: (error) => setRefused(refusalWords(error, studio)) });
  }

  return (
    <>
      {refused !== null && (
        <InlineNotification
          kind="error"
          lowContrast
          title={w("drafts.importFailed")}
          subtitle={refused}
          onCloseButtonClick={() => setRefused(null)}
          className="studio__notice"
          data-testid="import-refused"
        />
      )}
      {edits && (
        <div className="studio__acts">
          <Button size="md" disabled={create.isPending} onClick={() => create.mutate({})} data-testid="new-draft">
            {w("drafts.new")}
          </Button>
          <FileUploaderButton
            labelText={w("drafts.import")}
            buttonKind="tertiary"
            size="md"
            accept={[".dmn", ".xml"]}
            disableLabelChanges
            onChange={(event) => {
              const input = event.target as HTMLInputElement;
              void take(input.files?.[0]).finally(() => {
                input.value = "";
              });
            }}
          />
        </div>
      )}
      {drafts.length === 0 ? (
        <Empty icon={Edit} title={w("drafts.none")} detail={w(edits ? "drafts.noneDetail" : "drafts.noneRead")} />
      ) : (
        <ul className="drafts" aria-label={w("drafts.title")}>
          {drafts.map(({ id, author, at, basedOn }) => (
            <li key={id} className="drafts__one" data-testid="draft" data-id={id}>
              <span>
                <strong>{w("drafts.of", { who: author })}</strong>{" "}
                <span className="drafts__facts">
                  <time dateTime={at} title={formats.full(at)}>
                    {w("drafts.saved", { when: formats.moment(at) })}
                  </time>
                  {", "}
                  {w("drafts.basedOn", { n: basedOn })}
                </span>
              </span>
              {basedOn !== current.number && (
                <Tag type="warm-gray" size="sm">
                  {w("drafts.outdated", { n: current.number })}
                </Tag>
              )}
              <Link to={draftPath(table.table, id)} className="link drafts__go">
                {w(edits ? "drafts.continue" : "drafts.look")}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
