import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { transcriptQuery } from "../../live/queries";
import { factsOf } from "../content/happening";

/** What who had it before left to know: the last note, and what the AI agent learnt. */
export function Handed({ conversation }: { conversation: Conversation }) {
  const i18n = useI18n();
  const client = useQueryClient();
  const { data } = useQuery(transcriptQuery(client, conversation.id));
  const last = data?.items.findLast(({ happening }) => happening !== null && factsOf(happening, i18n).length > 0);
  if (last?.happening == null) return null;
  return (
    <section data-testid="handed">
      <h3 className="details__heading">
        {i18n.t(last.happening.type === "HANDED_OVER" ? "handed.learnt" : "handed.note")}
      </h3>
      <dl className="handed">
        {factsOf(last.happening, i18n).map(({ kind, label, value }) => (
          <div key={kind}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
