import { ArrowLeft, Settings } from "@carbon/icons-react";
import { IconButton, OverflowMenu, OverflowMenuItem } from "@carbon/react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Customer, FacebookPage } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { useNow } from "../../live/now";
import { Face } from "../Face";
import { opensSafely } from "../links";
import { windowOf } from "../window";
import { ReferralDialog } from "./ReferralDialog";
import type { ThreadActs } from "./useThreadActs";

type ThreadHeadProps = { customer: Customer; page: FacebookPage | undefined; acts: ThreadActs };

/** Who writes to which Page, and the ways in beside a message. */
export function ThreadHead({ customer, page, acts }: ThreadHeadProps) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [referring, setReferring] = useState(false);
  const menu = page?.persistentMenu ?? [];
  return (
    <header className="chat__head">
      <span className="back">
        <IconButton
          kind="ghost"
          size="md"
          align="bottom-start"
          label={t("sandbox.back")}
          onClick={() => void navigate("/sandbox")}
        >
          <ArrowLeft size={20} />
        </IconButton>
      </span>
      <Face name={customer.name} color={customer.pictureColor} size="small" />
      <div className="chat__who">
        <h2 className="chat__name">{t("sandbox.as", { name: customer.name })}</h2>
        <p className="chat__page">
          {page?.name ?? customer.page} · <WindowState customer={customer} />
          {customer.owner !== null && ` · ${t("sandbox.ownedElsewhere")}`}
        </p>
      </div>
      <IconButton
        kind="ghost"
        size="md"
        align="bottom-end"
        label={t("sandbox.toMeta", { name: customer.name })}
        onClick={() => void navigate(`/sandbox/meta?customer=${encodeURIComponent(customer.id)}`)}
      >
        <Settings size={20} />
      </IconButton>
      <OverflowMenu
        aria-label={t("sandbox.ways")}
        iconDescription={t("sandbox.ways")}
        size="md"
        flipped
        menuOptionsClass="wide-menu"
        data-testid="sandbox-ways"
      >
        <OverflowMenuItem itemText={t("sandbox.getStarted")} onClick={() => acts.start()} />
        <OverflowMenuItem
          itemText={t("sandbox.refer")}
          onClick={() => setReferring(true)}
          data-testid="sandbox-refer"
        />
        {menu.map((button, index) => (
          <OverflowMenuItem
            key={`${button.title} ${button.payload}`}
            hasDivider={index === 0}
            itemText={button.title}
            {...(opensSafely(button.url) && { href: button.url, target: "_blank", rel: "noopener noreferrer" })}
            onClick={() => {
              if (!opensSafely(button.url)) acts.press(button);
            }}
          />
        ))}
      </OverflowMenu>
      {referring && <ReferralDialog acts={acts} onClose={() => setReferring(false)} />}
    </header>
  );
}

function WindowState({ customer }: { customer: Customer }) {
  const { t, formats } = useI18n();
  const state = windowOf(customer.contactAt, useNow());
  if (state.kind === "never") return t("sandbox.windowNever");
  if (state.kind === "closed") return t("sandbox.windowClosed");
  return t("sandbox.windowOpen", { when: formats.moment(state.closesAt) });
}
