import { CheckmarkFilled } from "@carbon/icons-react";
import { InlineLoading } from "@carbon/react";
import type { Table } from "../../api/ruleTables";
import { FindingList } from "../edit/FindingList";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { FailingCases } from "./ChangeParts";
import type { Proof } from "./useProof";

/** What is wrong by now with an old version: it may be put back all the same, but nobody is to do that unknowing. */
export function BackProof({ table, proof }: { table: Table; proof: Proof }) {
  const studio = useStudio();
  const { w, wn } = studio;
  const { errors, failing, problem } = proof;
  return (
    <section data-testid="back-proof">
      <h3 className="deploy__heading">{w("versions.backProof")}</h3>
      {proof.pending ? (
        <InlineLoading description={w("findings.checking")} />
      ) : proof.sound ? (
        <p className="finding finding--none">
          <CheckmarkFilled size={16} />
          {w("versions.backSound")}
        </p>
      ) : (
        <>
          {errors.length > 0 && (
            <>
              <p>{wn("findings.errors", errors.length)}</p>
              <FindingList findings={errors} table={table} />
            </>
          )}
          <FailingCases failing={failing} title={wn("versions.backFailing", failing.length)} />
          {(errors.length > 0 || failing.length > 0) && <p data-testid="back-later">{w("versions.backLater")}</p>}
          {problem !== null && (
            <p role="alert">{w("versions.backUnknown", { reason: refusalWords(problem, studio) })}</p>
          )}
        </>
      )}
    </section>
  );
}
