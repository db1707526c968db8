import type { FacebookPage } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { Face } from "../Face";
import type { ThreadActs } from "./useThreadActs";

/** What Messenger shows before the first message: the Page's greeting, its questions, and "Get started". */
export function FirstSteps({ page, acts }: { page: FacebookPage | undefined; acts: ThreadActs }) {
  const { t } = useI18n();
  const name = page?.name ?? t("sandbox.page");
  return (
    <div className="welcome">
      <Face name={name} size="large" />
      <p className="welcome__page">{name}</p>
      <p className="welcome__greeting">{page?.greeting ?? t("sandbox.threadEmpty")}</p>
      {page !== undefined && page.iceBreakers.length > 0 && (
        <ul className="welcome__questions" aria-label={t("sandbox.iceBreakers")}>
          {page.iceBreakers.map(({ question, payload }) => (
            <li key={payload}>
              <button type="button" className="chips__chip" onClick={() => acts.ask(question, payload)}>
                {question}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className="chips__chip chips__chip--filled"
        onClick={() => acts.start()}
        data-testid="sandbox-get-started"
      >
        {t("sandbox.getStarted")}
      </button>
    </div>
  );
}
