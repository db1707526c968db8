import { ArrowRight, Download, Help, Printer, UserFollow, View, WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { exportOneAddress } from "../api/recordings";
import type { Conversation, Me } from "../api/types";
import { customerName } from "../desk/customerName";
import { NoteComposer } from "../desk/notes/NoteComposer";
import { Reading } from "../desk/Reading";
import { mayHandOn } from "../desk/transfer/choices";
import TransferDialog from "../desk/transfer/TransferDialog";
import { useClaim } from "../desk/useClaim";
import { useI18n } from "../i18n/i18n";
import { conversationQuery } from "../live/queries";
import { useCampaignName } from "../live/targets";
import { BackLink } from "../shell/BackLink";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";

/** One conversation as it is, or was, read without anybody being told: neither the customer nor the agent. */
export function RecordingView({ me, id }: { me: Me; id: string }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const conversation = useQuery(conversationQuery(client, id));
  return (
    <>
      <BackLink to="/supervision/recordings">{t("supervision.recordings")}</BackLink>
      {conversation.data !== undefined ? (
        <Opened me={me} conversation={conversation.data} />
      ) : conversation.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <Empty icon={WarningAlt} title={t("thread.missing")} />
      )}
    </>
  );
}

function Opened({ me, conversation }: { me: Me; conversation: Conversation }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const navigate = useNavigate();
  const here = useLocation().pathname;
  const campaignName = useCampaignName();
  const { id, state, assignee, campaign } = conversation;
  const [handingOn, setHandingOn] = useState(false);
  const toDesk = () => navigate(`/desk/${encodeURIComponent(id)}`);
  const claim = useClaim(id, state === "WAITING", toDesk);
  const name = customerName(conversation.customer, i18n);
  const open = state !== "CLOSED" && state !== "IGNORED";
  const takeable = state === "WAITING" || (state === "ASSIGNED" && assignee?.id !== me.id);
  useEffect(() => {
    document.title = `${name} – ${t("app.name")}`;
  }, [name, t]);

  return (
    <>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{campaign === null ? name : `${campaignName(campaign)} – ${name}`}</h1>
          <p className="pages__lead" data-testid="recording-state">
            {t(`state.${state}`)}
            {assignee !== null && ` · ${assignee.name}`}
            {` · ${formats.full(conversation.openedAt)}`}
          </p>
        </div>
        <div className="recordings__exports">
          {takeable && (
            <Button
              size="sm"
              renderIcon={UserFollow}
              disabled={claim.isPending}
              onClick={() => claim.mutate()}
              data-testid="take-over"
            >
              {t("recording.takeOver")}
            </Button>
          )}
          {mayHandOn(conversation, me) && (
            <Button
              kind="tertiary"
              size="sm"
              renderIcon={ArrowRight}
              onClick={() => setHandingOn(true)}
              data-testid="hand-on"
            >
              {t("recording.handOn")}
            </Button>
          )}
          <Button
            kind="ghost"
            size="sm"
            renderIcon={Help}
            onClick={() => navigate(`/rules/why/${encodeURIComponent(id)}`, { state: { from: here } })}
            data-testid="why-here"
          >
            {t("why.title")}
          </Button>
          {(["CSV", "JSON"] as const).map((format) => (
            <Button key={format} kind="ghost" size="sm" renderIcon={Download} href={exportOneAddress(id, format)}>
              {format}
            </Button>
          ))}
          <Button
            kind="ghost"
            size="sm"
            renderIcon={Printer}
            href={`/supervision/print/${encodeURIComponent(id)}`}
            target="_blank"
            data-testid="print"
          >
            {t("recording.print")}
          </Button>
        </div>
      </header>
      {open && (
        <p className="recording__silent" data-testid="silent">
          <View size={16} />
          {t("recording.silent")}
        </p>
      )}
      <Reading conversation={conversation} me={me} className="recording">
        {conversation.customer.id !== "erased" && <NoteComposer conversation={conversation} focused={false} />}
      </Reading>
      {handingOn && (
        <TransferDialog
          conversation={conversation}
          onClose={() => setHandingOn(false)}
          onLeft={() => setHandingOn(false)}
        />
      )}
    </>
  );
}
