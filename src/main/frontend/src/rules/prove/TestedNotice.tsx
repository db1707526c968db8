import { InlineNotification } from "@carbon/react";
import type { Tested } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import { useStudio } from "../words";

/** What has become of a draft, or of a version, since it was tested; null where it is what it was. */
function changeOf({ draft, version }: Tested, { drafts, current }: Table): "gone" | "saved" | "replaced" | null {
  if (draft !== null) {
    const now = drafts.find(({ id }) => id === draft.id);
    if (now === undefined) return "gone";
    return now.revision > draft.revision ? "saved" : null;
  }
  return version !== null && version < current.number ? "replaced" : null;
}

/** Which table a backtest was about, and a warning where that is not the table any more that one may take it for. */
export function TestedNotice({ tested, table }: { tested: Tested; table: Table }) {
  const { w, formats } = useStudio();
  const { draft, version } = tested;
  const changed = changeOf(tested, table);
  return (
    <>
      <p className="editor__hint" data-testid="backtest-tested">
        {draft !== null
          ? w("backtest.ofDraft", { who: draft.author, when: formats.full(draft.at) })
          : version !== null
            ? w("backtest.ofVersion", { n: version })
            : w("backtest.ofFile")}
      </p>
      {changed !== null && (
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title={w(`backtest.since.${changed}`, { n: table.current.number })}
          subtitle={w("backtest.sinceDetail")}
          className="studio__notice"
          data-testid="backtest-since"
        />
      )}
    </>
  );
}
