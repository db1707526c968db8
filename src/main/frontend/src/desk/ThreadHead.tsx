import { ArrowRight, Checkmark, Information, Renew, UserFollow } from "@carbon/icons-react";
import { Button, IconButton, Modal, Tag } from "@carbon/react";
import { useState } from "react";
import type { Conversation, Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useUnsent } from "../live/outbox";
import { useCampaignName } from "../live/targets";
import { Avatar } from "../shell/Avatar";
import { mayAnswer } from "../shell/roles";
import { ChannelIcon } from "./ChannelIcon";
import { customerName } from "./customerName";
import { ThreadMenu } from "./ThreadMenu";
import { TONE } from "./tone";
import { useClaim } from "./useClaim";
import type { Leave } from "./useLeave";
import { useReopen } from "./useReopen";

type ThreadHeadProps = {
  me: Me;
  conversation: Conversation;
  mine: boolean;
  leave: Leave;
  onHandOn: (() => void) | undefined;
  onClaimed: () => void;
  detailsOpen: boolean;
  onDetails: () => void;
};

export function ThreadHead(props: ThreadHeadProps) {
  const { me, conversation, mine, leave, onHandOn, onClaimed, detailsOpen, onDetails } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const { id, state, customer, page, campaign, unanswered } = conversation;
  const name = customerName(customer, i18n);
  const campaignName = useCampaignName();
  const claim = useClaim(id, state === "WAITING", onClaimed);
  const reopening = useReopen();
  const claimable = state === "WAITING" || (state === "ASSIGNED" && !mine);
  /** How many messages had no answer when it was asked whether to resolve all the same. */
  const [asked, setAsked] = useState<number | null>(null);
  const unsent = useUnsent(id).length > 0;
  const closing = state === "CLOSING" || leave.pending;

  return (
    <header className="thread__head">
      <Avatar id={customer.id} name={name} picture={customer.picture} />
      <div className="thread__title">
        <h1 className="thread__name">
          {campaign !== null && (
            <>
              <span className="thread__campaign" title={campaignName(campaign)}>
                {campaignName(campaign)}
              </span>{" "}
              <span className="thread__dash">–</span>{" "}
            </>
          )}
          <span className="thread__customer" title={name}>
            {name}
          </span>
        </h1>
        <div className="thread__about">
          <p className="thread__place" title={page.name}>
            <ChannelIcon channel={conversation.channel} />
            <span className="thread__page">{page.name}</span>
          </p>
          <Tag type={TONE[state]} size="sm" data-testid="conversation-state" data-state={state}>
            {t(`state.${state}`)}
          </Tag>
        </div>
      </div>
      <span className="thread__details-button">
        <IconButton
          kind="ghost"
          size="md"
          align="bottom"
          label={t("thread.details")}
          aria-expanded={detailsOpen}
          onClick={onDetails}
          data-testid="details-button"
        >
          <Information size={20} />
        </IconButton>
      </span>
      {onHandOn !== undefined && (
        <Button
          className="thread__act thread__hand-on"
          kind="ghost"
          size="md"
          renderIcon={ArrowRight}
          onClick={onHandOn}
          title={t("transfer.open")}
          data-testid="hand-on"
        >
          <span className="thread__act-words">{t("transfer.open")}</span>
        </Button>
      )}
      {claimable && (
        <Button
          className="thread__act"
          size="md"
          kind={state === "WAITING" ? "primary" : "tertiary"}
          renderIcon={UserFollow}
          onClick={() => claim.mutate()}
          disabled={claim.isPending}
          title={t(state === "WAITING" ? "thread.claim" : "thread.claimOther")}
          data-testid="claim"
        >
          <span className="thread__act-words">{t(state === "WAITING" ? "thread.claim" : "thread.claimOther")}</span>
        </Button>
      )}
      {mayAnswer(me) && (state === "CLOSED" || state === "IGNORED") && customer.id !== "erased" && (
        <Button
          className="thread__act"
          size="md"
          kind="tertiary"
          renderIcon={Renew}
          onClick={() => reopening.mutate(id)}
          disabled={reopening.isPending}
          title={t("reopen.do")}
          data-testid="reopen"
        >
          <span className="thread__act-words">{t("reopen.do")}</span>
        </Button>
      )}
      {mine && (state === "ASSIGNED" || state === "CLOSING") && (
        <Button
          className="thread__act"
          size="md"
          kind="tertiary"
          renderIcon={Checkmark}
          title={t("thread.resolve")}
          onClick={() => (unanswered > 0 || unsent ? setAsked(unanswered) : leave.start(0))}
          disabled={closing}
          data-testid="resolve"
        >
          <span className="thread__act-words">{t(closing ? "thread.resolving" : "thread.resolve")}</span>
        </Button>
      )}
      {asked !== null && (
        <Modal
          open
          size="xs"
          modalHeading={t(unsent ? "resolve.unsentTitle" : "resolve.askTitle")}
          primaryButtonText={t("resolve.anyway")}
          secondaryButtonText={t("resolve.back")}
          closeButtonLabel={t("app.close")}
          onRequestClose={() => setAsked(null)}
          onRequestSubmit={() => {
            setAsked(null);
            leave.start(asked);
          }}
          data-testid="resolve-dialog"
        >
          <p>{t(unsent ? "resolve.unsentText" : "resolve.askText", { name })}</p>
        </Modal>
      )}
      <ThreadMenu me={me} conversation={conversation} mine={mine} onHandOn={onHandOn} />
    </header>
  );
}
