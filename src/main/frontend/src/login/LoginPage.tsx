import { Button, Form, InlineNotification, PasswordInput, TextInput } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { fetchLoginOptions, login } from "../api/desk";
import { Refused } from "../api/http";
import { type I18n, useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { Preferences } from "../shell/Preferences";
import mark from "../shell/pupitre.svg";
import { returnTo } from "./returnTo";
import "../styles/login.scss";

function explain(error: Error, { t }: I18n): string {
  if (!(error instanceof Refused)) return t("login.noAnswer");
  if (error.status === 401) return t("login.wrong");
  if (error.status !== 429) return errorWords(error, t);
  return error.retryAfter === null ? t("login.throttledLater") : t("login.throttled", { seconds: error.retryAfter });
}

/** Why the company's login let nobody in. */
const COMPANY_REFUSALS = ["unknown", "no-role", "disabled", "taken", "failed"] as const;

export default function LoginPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { search } = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const password = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);

  useEffect(() => {
    document.title = `${t("login.title")} · ${t("app.name")}`;
  }, [t]);

  const attempt = useMutation({
    mutationFn: ({ name, secret }: { name: string; secret: string }) => login(name, secret),
    onSuccess: () => {
      client.clear();
      void navigate(returnTo(search), { replace: true });
    },
    onError: () => password.current?.select(),
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get("username") ?? "").trim();
    const secret = String(fields.get("password") ?? "");
    setMissing(name === "" || secret === "");
    if (name !== "" && secret !== "") attempt.mutate({ name, secret });
  }

  const company = useQuery({ queryKey: ["loginOptions"], queryFn: fetchLoginOptions }).data?.company ?? null;
  const refusal = COMPANY_REFUSALS.find((one) => one === new URLSearchParams(search).get("company"));
  const ended = new URLSearchParams(search).has("ended") && attempt.isIdle && !missing;
  const error = missing
    ? t("login.required")
    : attempt.error
      ? explain(attempt.error, i18n)
      : refusal !== undefined && attempt.isIdle && t(`login.company.${refusal}`);

  return (
    <div className="login">
      <header className="login__bar">
        <Preferences />
      </header>
      <main className="login__card">
        <img className="login__mark" src={mark} alt="" width="40" height="40" />
        <h1 className="login__title">Pupitre</h1>
        <p className="login__lead">{t("login.lead")}</p>
        <Form onSubmit={submit} className="login__form" noValidate>
          {ended && <InlineNotification kind="info" lowContrast hideCloseButton subtitle={t("login.ended")} />}
          {error && <InlineNotification kind="error" lowContrast hideCloseButton role="alert" subtitle={error} />}
          <TextInput
            id="username"
            name="username"
            labelText={t("login.username")}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            data-testid="login-username"
          />
          <PasswordInput
            ref={password}
            id="password"
            name="password"
            labelText={t("login.password")}
            showPasswordLabel={t("login.showPassword")}
            hidePasswordLabel={t("login.hidePassword")}
            autoComplete="current-password"
            data-testid="login-password"
          />
          <Button type="submit" disabled={attempt.isPending} className="login__submit" data-testid="login-submit">
            {t(attempt.isPending ? "login.pending" : "login.submit")}
          </Button>
        </Form>
        {company !== null && (
          <>
            <p className="login__or">{t("login.or")}</p>
            <Button kind="tertiary" href={company.address} className="login__submit" data-testid="login-company">
              {t("login.company", { name: company.name })}
            </Button>
          </>
        )}
      </main>
    </div>
  );
}
