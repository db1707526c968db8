import { Modal } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Decision } from "../../api/finished";
import type { Step, Way } from "../../api/process";
import type { Conversation } from "../../api/types";
import { type I18n, useI18n } from "../../i18n/i18n";
import type { WordKey } from "../../i18n/words";
import { modelQuery, wayQuery } from "../../live/process";
import { recordedWords } from "../../rules/studio/columnWords";
import { useStudio } from "../../rules/words";
import { Skeleton } from "../../shell/Skeleton";
import { customerName } from "../customerName";
import { Diagram } from "./Diagram";
import "../../styles/process.scss";

type ProcessDialogProps = { conversation: Conversation; onClose: () => void };

/** The conversation's own way on the drawing of its process, with each decision that was taken on it. */
export default function ProcessDialog({ conversation, onClose }: ProcessDialogProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const way = useQuery(wayQuery(conversation.id, conversation.version));
  const model = useQuery(modelQuery(way.data));
  const [at, setAt] = useState<string | null>(null);
  return (
    <Modal
      open
      passiveModal
      size="lg"
      modalHeading={t("process.title", { name: customerName(conversation.customer, i18n) })}
      modalLabel={way.data === undefined ? t("process.name") : drawnAs(way.data, t)}
      closeButtonLabel={t("app.close")}
      hasScrollingContent
      // On the close button Escape would close its tooltip first.
      selectorPrimaryFocus=".cds--modal-content"
      onRequestClose={onClose}
      className="process-dialog"
      data-testid="process-dialog"
    >
      {way.data === undefined || model.data === undefined ? (
        way.isError || model.isError ? (
          <p role="alert">{t("process.failed")}</p>
        ) : (
          <Skeleton lines={8} />
        )
      ) : (
        <div className="process">
          <Diagram xml={model.data} steps={way.data.steps} at={at} />
          <section className="process__decisions" aria-label={t("process.decisions")}>
            {way.data.drawing === null && (
              <p className="process__instead" data-testid="process-instead">
                {way.data.ran === null ? t("process.unrecorded") : t("process.unkept", { version: way.data.ran })}
              </p>
            )}
            <h3 className="process__heading">{t("process.decisions")}</h3>
            {way.data.decisions.length === 0 && <p>{t("why.none")}</p>}
            <ol>
              {way.data.steps
                .filter((step) => step.decision !== null)
                .map((step) => {
                  const decision = way.data.decisions[step.decision ?? -1];
                  return (
                    decision !== undefined && (
                      <Taken key={step.decision} step={step} decision={decision} onShow={() => setAt(step.element)} />
                    )
                  );
                })}
            </ol>
          </section>
        </div>
      )}
    </Modal>
  );
}

/** Which version is drawn. */
function drawnAs({ drawing, ran, version }: Way, t: I18n["t"]) {
  const drawn = drawing === null ? version : ran;
  return drawn === null ? t("process.name") : t("process.version", { version: drawn });
}

const TABLES: Record<string, WordKey> = {
  listening: "process.listening",
  "business-hours": "process.hours",
  routing: "process.routing",
};

function Taken({ step, decision, onShow }: { step: Step; decision: Decision; onShow: () => void }) {
  const studio = useStudio();
  const { t, formats } = studio;
  const { table, version, row, description, inputs, outputs, at } = decision;
  const named = TABLES[table];
  return (
    <li className="decided" data-testid="process-decision" data-element={step.element}>
      <button type="button" className="link decided__show" onClick={onShow} title={t("process.show")}>
        {named === undefined ? table : t(named)}
      </button>
      <p className="decided__row">
        {row === null ? t("process.noRow") : t("process.row", { row })}
        {version !== null && ` · ${t("process.tableVersion", { version })}`} ·{" "}
        <time dateTime={at}>{formats.moment(at)}</time>
      </p>
      {description !== null && <p className="decided__words">{description}</p>}
      <dl className="facts">
        {(inputs ?? [])
          .filter(({ value }) => value !== null)
          .map((fact) => {
            const { heading, value } = recordedWords(fact, studio);
            return (
              <div key={fact.name} className="facts__row">
                <dt>{heading}</dt>
                <dd>{value}</dd>
              </div>
            );
          })}
        {Object.entries(outputs).map(([name, output]) => {
          const { heading, value } = recordedWords({ name, value: output }, studio);
          return (
            <div key={`out-${name}`} className="facts__row decided__output">
              <dt>→ {heading}</dt>
              <dd>{value}</dd>
            </div>
          );
        })}
      </dl>
    </li>
  );
}
