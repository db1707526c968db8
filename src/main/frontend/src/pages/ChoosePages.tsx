import { CheckmarkFilled, LogoFacebook, WarningAlt } from "@carbon/icons-react";
import { Button, Checkbox, InlineNotification, Loading } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { Refused } from "../api/http";
import { type Connecting, connectPages, type FoundPage, fetchConnecting, type Page } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { Avatar } from "../shell/Avatar";
import { Empty } from "../shell/Empty";
import { isEssential, permissionWords } from "./permissions";
import { useConnecting } from "./usePageCalls";

/** The Pages of the person who was in Facebook's dialog; several may be connected at once. */
export function ChoosePages({ state }: { state: string }) {
  const { t } = useI18n();
  const [connected, setConnected] = useState<Page[] | null>(null);
  const found = useQuery({
    queryKey: ["connecting", state],
    queryFn: () => fetchConnecting(state),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    document.title = `${t("connect.title")} – ${t("app.name")}`;
  }, [t]);

  if (connected !== null) return <Done pages={connected} />;
  return (
    <div className="pages pages--one">
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("connect.title")}</h1>
          <p className="pages__lead">{t("connect.lead")}</p>
        </div>
      </header>
      {found.isPending && <Loading withOverlay={false} description={t("connect.loading")} />}
      {found.isError && (
        <Broken
          reason={
            found.error instanceof Refused && found.error.status === 404
              ? t("connect.gone")
              : errorWords(found.error, t)
          }
        />
      )}
      {found.data !== undefined &&
        (found.data.error === null ? (
          <Choice state={state} found={found.data} onDone={setConnected} />
        ) : (
          <Broken reason={found.data.error} />
        ))}
    </div>
  );
}

function Again() {
  const { t } = useI18n();
  const connecting = useConnecting();
  return (
    <Button
      kind="tertiary"
      size="md"
      renderIcon={LogoFacebook}
      onClick={() => connecting.mutate()}
      disabled={connecting.isPending}
      data-testid="connect-again"
    >
      {t("connect.again")}
    </Button>
  );
}

function Broken({ reason }: { reason: string }) {
  const { t } = useI18n();
  return (
    <Empty icon={WarningAlt} title={t("connect.error")} detail={reason}>
      <Again />
      <Link to="/pages" className="link">
        {t("connect.cancel")}
      </Link>
    </Empty>
  );
}

type ChoiceProps = { state: string; found: Connecting; onDone: (pages: Page[]) => void };

function Choice({ state, found, onDone }: ChoiceProps) {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const client = useQueryClient();
  const possible = found.pages.filter((page) => !page.missingPermissions.some(isEssential));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(possible.filter((page) => page.connected || found.pages.length === 1).map(({ id }) => id)),
  );
  const connect = useMutation({
    mutationFn: () => connectPages(state, [...chosen]),
    onSuccess: (pages) => {
      void client.invalidateQueries({ queryKey: keys.pages });
      onDone(pages.filter(({ id }) => chosen.has(id)));
    },
  });
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };

  if (found.pages.length === 0) {
    return (
      <Empty title={t("connect.none")} detail={t("connect.noneDetail")}>
        <Again />
      </Empty>
    );
  }
  return (
    <form
      className="choice"
      onSubmit={(event) => {
        event.preventDefault();
        connect.mutate();
      }}
    >
      {found.missingPermissions.length > 0 && (
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title={t("connect.missing")}
          data-testid="missing-permissions"
        >
          <ul className="choice__missing">
            {found.missingPermissions.map((name) => (
              <li key={name}>{permissionWords(name, i18n)}</li>
            ))}
          </ul>
        </InlineNotification>
      )}
      {possible.length > 1 && (
        <Button kind="ghost" size="sm" onClick={() => setChosen(new Set(possible.map(({ id }) => id)))}>
          {t("connect.all")}
        </Button>
      )}
      <ul className="pages__rows">
        {found.pages.map((page) => (
          <Found key={page.id} page={page} chosen={chosen.has(page.id)} onChoose={(on) => toggle(page.id, on)} />
        ))}
      </ul>
      {connect.isError && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("connect.refused")}
          subtitle={errorWords(connect.error, t)}
        />
      )}
      <div className="choice__foot">
        <Button type="submit" disabled={chosen.size === 0 || connect.isPending} data-testid="connect-chosen">
          {chosen.size === 0 ? t("connect.nothing") : tn("connect.submit", chosen.size)}
        </Button>
        <Again />
        <Link to="/pages" className="link">
          {t("connect.cancel")}
        </Link>
      </div>
    </form>
  );
}

function Found({ page, chosen, onChoose }: { page: FoundPage; chosen: boolean; onChoose: (on: boolean) => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const missing = page.missingPermissions.map((name) => permissionWords(name, i18n)).join(", ");
  const impossible = page.missingPermissions.some(isEssential);
  const says = [
    page.connected && !impossible ? t("connect.already") : "",
    missing === "" ? "" : t(impossible ? "connect.missingHere" : "connect.without", { names: missing }),
  ];
  return (
    <li className="found-page" data-testid="found-page" data-id={page.id}>
      <Checkbox
        id={`page-${page.id}`}
        labelText={page.name}
        helperText={says.filter((one) => one !== "").join(". ")}
        checked={chosen}
        disabled={impossible}
        onChange={(_, { checked }) => onChoose(checked)}
      />
      <Avatar id={page.id} name={page.name} picture={page.picture} />
    </li>
  );
}

function Done({ pages }: { pages: Page[] }) {
  const { t, tn } = useI18n();
  return (
    <div className="pages pages--one" data-testid="connected">
      <Empty icon={CheckmarkFilled} title={tn("connect.done", pages.length)} detail={t("connect.doneDetail")}>
        <ul className="choice__done">
          {pages.map((page) => (
            <li key={page.id}>
              <Avatar id={page.id} name={page.name} picture={page.picture} />
              {page.name}
            </li>
          ))}
        </ul>
        <Link to="/pages" className="cds--btn cds--btn--primary cds--btn--md">
          {t("connect.cancel")}
        </Link>
      </Empty>
    </div>
  );
}
