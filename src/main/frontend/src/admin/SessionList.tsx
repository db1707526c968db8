import { Button } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { endSession, endSessions, type Session } from "../api/admin";
import { type I18n, useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { useToast } from "../shell/Toasts";
import { browserName } from "./browserName";
import { Loaded } from "./Loaded";
import { adminKeys, sessionsQuery } from "./queries";

function nameOf({ browser }: Session, { t }: I18n): string {
  const known = browserName(browser);
  return known === null ? t("sessions.unknown") : t("sessions.browser", known);
}

/** The browsers in which a user is signed in, or oneself, each with a way to end that. */
export function SessionList({ user }: { user: string | null }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const client = useQueryClient();
  const toast = useToast();
  const sessions = useQuery(sessionsQuery(user));
  const end = useMutation({
    mutationFn: (session: string | null) => (session === null ? endSessions(user) : endSession(user, session)),
    onSuccess: () => toast("success", t("sessions.ended")),
    onError: (error) => toast("error", t("admin.failed"), errorWords(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: adminKeys.sessions(user) }),
  });
  return (
    <Loaded query={sessions} failed={t("sessions.failed")}>
      {(open) =>
        open.length === 0 ? (
          <p className="admin-form__help">{t("sessions.none")}</p>
        ) : (
          <>
            <ul className="pages__rows">
              {open.map((session) => (
                <li key={session.id} className="session-row" data-testid="session" data-current={session.current}>
                  <div className="page-row__name">
                    <strong>{session.current ? t("sessions.current") : nameOf(session, i18n)}</strong>
                    <span className="page-row__id">
                      {session.current && `${nameOf(session, i18n)} · `}
                      {t("sessions.facts", {
                        address: session.address ?? t("sessions.noAddress"),
                        opened: formats.moment(session.openedAt),
                        seen: formats.moment(session.lastSeenAt),
                      })}
                    </span>
                  </div>
                  {!session.current && (
                    <Button
                      kind="ghost"
                      size="sm"
                      aria-label={t("sessions.endNamed", { browser: nameOf(session, i18n) })}
                      disabled={end.isPending}
                      onClick={() => end.mutate(session.id)}
                    >
                      {t("sessions.end")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {open.some(({ current }) => !current) && (
              <Button
                kind="danger--ghost"
                size="sm"
                className="session-row__all"
                disabled={end.isPending}
                onClick={() => end.mutate(null)}
                data-testid="end-sessions"
              >
                {t(user === null ? "sessions.endOthers" : "sessions.endAll")}
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  );
}
