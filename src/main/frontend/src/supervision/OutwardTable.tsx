import { ErrorFilled, PendingFilled, WarningFilled } from "@carbon/icons-react";
import { Link } from "react-router";
import type { HeldPage, PageTrouble, Unsent } from "../api/board";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { heldWords } from "../pages/problemWords";
import { lastsWords } from "./spans";

type OutwardTableProps = { held: HeldPage[]; troubles: PageTrouble[]; unsent: Unsent[] };

/** What stands between the desk and Facebook: Pages that are held or in trouble, and what waits to be sent. */
export function OutwardTable({ held, troubles, unsent }: OutwardTableProps) {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const now = useNow();
  return (
    <section className="board__part">
      <h2 className="board__title">{t("monitor.outward")}</h2>
      {held.length === 0 && troubles.length === 0 && unsent.length === 0 ? (
        <p className="board__none">{t("monitor.allSent")}</p>
      ) : (
        <ul className="board__outward">
          {held.map((page) => (
            <li key={`held-${page.id}`} data-testid="held-page" className="board__held">
              <ErrorFilled size={20} />
              <span>
                <Link to={`/pages/${encodeURIComponent(page.id)}`} className="board__name">
                  {page.name}
                </Link>{" "}
                {t("monitor.heldSince", { span: lastsWords(page.since, now, i18n) })}
                <span className="board__aside">{heldWords(page, i18n)}</span>
                <span className="board__aside">{page.reason}</span>
              </span>
            </li>
          ))}
          {troubles.map(({ page, name, kind, reason }) => (
            <li
              key={`trouble-${page}-${kind}`}
              data-testid="page-trouble"
              data-page={page}
              data-kind={kind}
              className={kind === "TOKEN_INVALID" ? "board__held" : "board__trouble"}
            >
              {kind === "TOKEN_INVALID" ? <ErrorFilled size={20} /> : <WarningFilled size={20} />}
              <span>
                <Link to={`/pages/${encodeURIComponent(page)}`} className="board__name">
                  {name}
                </Link>{" "}
                {t(`trouble.${kind}`)}
                <span className="board__aside">{reason}</span>
              </span>
            </li>
          ))}
          {unsent.map((page) => (
            <li key={`unsent-${page.id}`} data-testid="unsent">
              <PendingFilled size={20} />
              <span>
                <span className="board__name">{page.name}</span> {tn("monitor.unsentMessages", page.messages)}
                <span className="board__aside">
                  {tn("monitor.unsentThreads", page.threads)}
                  {page.retried > 0 && `, ${tn("monitor.retried", page.retried)}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
