import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { transcriptQuery } from "../../live/queries";
import { factsOf, leftToKnow } from "../content/happening";

/** What who had it last left to know: their note, or what the AI agent learnt. */
export function Handed({ conversation }: { conversation: Conversation }) {
  const i18n = useI18n();
  const client = useQueryClient();
  const { data } = useQuery(transcriptQuery(client, conversation.id));
  const last = leftToKnow(data?.items.flatMap(({ happening }) => happening ?? []) ?? [], i18n);
  if (last === undefined) return null;
  return (
    <section data-testid="handed">
      <h3 className="details__heading">{i18n.t(last.type === "HANDED_OVER" ? "handed.learnt" : "handed.note")}</h3>
      <dl className="handed">
        {factsOf(last, i18n).map(({ kind, label, value }) => (
          <div key={kind}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
