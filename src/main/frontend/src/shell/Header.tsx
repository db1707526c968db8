import { Keyboard, UserAvatar } from "@carbon/icons-react";
import { OverflowMenu, OverflowMenuItem, Tag } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Link, useNavigate } from "react-router";
import type { Me } from "../api/types";
import { MentionsButton } from "../desk/notes/MentionsButton";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { useOutbox } from "../live/outbox";
import { BarButton } from "./BarButton";
import { Navigation } from "./Navigation";
import { Preferences } from "./Preferences";
import { PresenceSwitch } from "./PresenceSwitch";
import mark from "./pupitre.svg";
import { mayAnswer } from "./roles";
import { ScreensMenu } from "./ScreensMenu";
import { signOut } from "./signOut";
import { useToast } from "./Toasts";
import { useFit } from "./useFit";
import { useInactivity } from "./useInactivity";

const SignOutDialog = lazy(() => import("./SignOutDialog"));
const PreferencesDialog = lazy(() => import("./PreferencesDialog"));
const SANDBOX = "/sandbox";

/** The bar above every screen: where one is, who one is, and one's preferences. */
export function Header({ me, onHelp, helpInBar = false }: { me: Me; onHelp: () => void; helpInBar?: boolean }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [preferring, setPreferring] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const unsent = [...useOutbox().values()].flat().length;
  const bar = useRef<HTMLElement>(null);
  useFit(bar);
  useInactivity(me);
  const leave = useMutation({
    mutationFn: () => signOut(client),
    onSuccess: () => void navigate("/login", { replace: true }),
    onError: (error) => toast("error", t("header.signOut"), errorWords(error, t)),
  });

  return (
    <header ref={bar} className="bar cds--g100">
      <Link to="/" className="bar__brand" aria-label="Pupitre">
        <img src={mark} alt="" width="24" height="24" />
        <span className="bar__word">Pupitre</span>
      </Link>
      {me.local && (
        <Tag type="outline" size="sm" className="bar__local">
          {t("header.local")}
        </Tag>
      )}
      <ScreensMenu>
        <Navigation me={me} />
      </ScreensMenu>
      <span className="bar__space" />
      {me.roles.includes("AGENT") && <PresenceSwitch presence={me.presence} />}
      <div className="bar__buttons">
        {mayAnswer(me) && <MentionsButton />}
        <Preferences />
        {helpInBar && (
          <BarButton label={t("header.shortcuts")} onClick={onHelp} data-testid="shortcuts">
            <Keyboard size={20} />
          </BarButton>
        )}
      </div>
      <div className="bar__user">
        <span className="bar__name">{me.name}</span>
        <OverflowMenu
          className="bar-button"
          aria-label={t("header.user", { name: me.name })}
          iconDescription={t("header.user", { name: me.name })}
          renderIcon={() => <UserAvatar size={20} />}
          size="lg"
          menuOptionsClass="bar__menu"
          flipped
          data-testid="user-menu"
        >
          <OverflowMenuItem
            itemText={t("account.open")}
            onClick={() => void navigate("/account")}
            data-testid="open-account"
          />
          <OverflowMenuItem
            itemText={t("preferences.open")}
            onClick={() => setPreferring(true)}
            data-testid="open-preferences"
          />
          <OverflowMenuItem itemText={t("header.shortcuts")} onClick={onHelp} data-testid="open-shortcuts" />
          {me.local && (
            <OverflowMenuItem
              itemText={t("header.sandbox")}
              onClick={() => window.open(SANDBOX, "_blank", "noopener")}
            />
          )}
          <OverflowMenuItem
            itemText={t("header.signOut")}
            onClick={() => (unsent > 0 ? setLeaving(true) : leave.mutate())}
            data-testid="sign-out"
          />
        </OverflowMenu>
      </div>
      {preferring &&
        // Outside of the bar, which is dark in both themes.
        createPortal(
          <Suspense fallback={null}>
            <PreferencesDialog onClose={() => setPreferring(false)} />
          </Suspense>,
          document.body,
        )}
      {leaving &&
        createPortal(
          <Suspense fallback={null}>
            <SignOutDialog unsent={unsent} onClose={() => setLeaving(false)} onLeave={() => leave.mutate()} />
          </Suspense>,
          document.body,
        )}
    </header>
  );
}
