import { TextInput } from "@carbon/react";
import { useI18n } from "../i18n/i18n";
import { keyed, LIMITS, type ProfileRows } from "./profileForm";
import { RowsOf } from "./RowsOf";

type Breakers = ProfileRows["iceBreakers"];

/** The questions a customer may begin with. */
export function BreakerFields({ rows, onChange }: { rows: Breakers; onChange: (rows: Breakers) => void }) {
  const { t } = useI18n();
  return (
    <RowsOf
      title={t("profile.breakers")}
      help={t("profile.breakersHelp")}
      rows={rows}
      max={LIMITS.breakers}
      add={t("profile.addBreaker")}
      removeOf={(_, n) => t("profile.removeBreaker", { n })}
      onAdd={() => onChange([...rows, keyed({ question: "", payload: "" })])}
      onChange={onChange}
    >
      {({ key, question, payload }, n, change) => (
        <>
          <TextInput
            id={`question-${key}`}
            size="md"
            labelText={t("profile.question", { n })}
            value={question}
            maxLength={LIMITS.question}
            onChange={(event) => change({ question: event.target.value })}
          />
          <TextInput
            id={`question-payload-${key}`}
            size="md"
            labelText={t("profile.payload")}
            value={payload}
            maxLength={LIMITS.payload}
            onChange={(event) => change({ payload: event.target.value })}
          />
        </>
      )}
    </RowsOf>
  );
}
