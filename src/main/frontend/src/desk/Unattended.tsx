import { Logout } from "@carbon/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Unattended as Left } from "../api/finished";
import { useI18n } from "../i18n/i18n";
import { unattendedQuery } from "../live/finished";
import { useNow } from "../live/now";
import { conversationQuery } from "../live/queries";
import { customerName } from "./customerName";

/** Answered conversations whose agents have gone: those who lead decide who goes on. */
export function Unattended() {
  const { t } = useI18n();
  const { data } = useQuery(unattendedQuery);
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="unattended" aria-label={t("unattended.title")} data-testid="unattended">
      <h2 className="unattended__title">{t("unattended.title")}</h2>
      <ul>
        {data.map((left) => (
          <UnattendedRow key={left.conversation} left={left} />
        ))}
      </ul>
    </section>
  );
}

function UnattendedRow({ left }: { left: Left }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const client = useQueryClient();
  const now = useNow();
  const { data } = useQuery(conversationQuery(client, left.conversation));
  return (
    <li>
      <Link className="unattended__row" to={`/desk/${encodeURIComponent(left.conversation)}`}>
        <Logout size={16} />
        <span>
          {data === undefined ? "…" : customerName(data.customer, i18n)} ·{" "}
          {t("unattended.left", { name: left.agent.name })}
        </span>
        <time dateTime={left.since}>{formats.span(left.since, now) ?? t("time.under")}</time>
      </Link>
    </li>
  );
}
