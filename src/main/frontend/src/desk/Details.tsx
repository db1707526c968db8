import { Button } from "@carbon/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AssistantTimes, Conversation, Me, Referral } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { conversationQuery } from "../live/queries";
import { useCampaignName } from "../live/targets";
import { EraseDialog } from "../privacy/EraseDialog";
import { Avatar } from "../shell/Avatar";
import { hostOf, isOurs, outside } from "../shell/addresses";
import { mayAnswer, mayErase } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { customerName } from "./customerName";
import { BlockButton, Blocked } from "./details/BlockCustomer";
import { CustomerPanel } from "./details/CustomerPanel";
import { Earlier } from "./details/Earlier";
import { Handed } from "./details/Handed";
import { SurveyFacts } from "./details/SurveyFacts";
import { Tags } from "./details/Tags";
import { Why } from "./details/Why";

const SOURCES = ["ADS", "SHORTLINK", "MESSENGER_CODE", "CUSTOMER_CHAT_PLUGIN"] as const;

/** Who is being talked to, and what happened to the conversation so far. */
export function Details({ me, id }: { me: Me; id: string }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const { data, isPending } = useQuery(conversationQuery(client, id));
  return (
    <aside className="details" aria-label={t("thread.details")} data-testid="details">
      {data !== undefined && <Facts me={me} conversation={data} />}
      {isPending && <Skeleton lines={8} />}
    </aside>
  );
}

function Facts({ me, conversation }: { me: Me; conversation: Conversation }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { customer } = conversation;
  const name = customerName(customer, i18n);
  const campaignName = useCampaignName();
  const known = mayAnswer(me) && customer.id !== "erased";
  const [erasing, setErasing] = useState(false);
  return (
    <>
      <div className="details__who">
        <Avatar id={customer.id} name={name} picture={customer.picture} large />
        <h2 className="details__name">{name}</h2>
        <p className="details__page">{conversation.page.name}</p>
      </div>
      {known && <Blocked conversation={conversation} />}
      {conversation.state !== "CLOSED" && conversation.state !== "IGNORED" && <Handed conversation={conversation} />}
      {conversation.state === "CLOSED" && <SurveyFacts id={conversation.id} />}
      {known && <CustomerPanel key={`${conversation.page.id} ${customer.id}`} me={me} conversation={conversation} />}
      {known && <Earlier key={conversation.id} id={conversation.id} />}
      <h3 className="details__heading details__heading--part">{t("details.conversation")}</h3>
      <Why conversation={conversation} />
      {mayAnswer(me) && <Tags conversation={conversation} />}
      <dl className="facts">
        <Fact name={t("details.state")}>{t(`state.${conversation.state}`)}</Fact>
        <Fact name={t("details.channel")}>{t(`channel.${conversation.channel}`)}</Fact>
        {customer.locale !== null && <Fact name={t("details.locale")}>{formats.language(customer.locale)}</Fact>}
        <Fact name={t("details.assignee")}>{conversation.assignee?.name ?? "–"}</Fact>
        <Fact name={t("details.campaign")}>
          {conversation.campaign === null ? t("details.none") : campaignName(conversation.campaign)}
        </Fact>
        <Fact name={t("details.priority")}>{conversation.priority}</Fact>
        <Fact name={t("details.messages")}>{conversation.saidCount}</Fact>
        <Moment name={t("details.opened")} at={conversation.openedAt} />
        <Moment name={t("details.queued")} at={conversation.queuedAt} />
        <Moment name={t("details.assigned")} at={conversation.assignedAt} />
        <Moment name={t("details.firstResponse")} at={conversation.firstResponseAt} />
        {conversation.assistant && <AssistantFacts times={conversation.assistant} />}
        <Moment name={t("details.window")} at={conversation.windowClosesAt} />
        {conversation.botPaused && <Fact name={t("details.botPaused")}>{t("details.paused")}</Fact>}
        <Moment name={t("details.closed")} at={conversation.closedAt} />
      </dl>
      {conversation.referral !== null && <Origin referral={conversation.referral} />}
      {conversation.post !== null && (
        <>
          <h3 className="details__heading">{t("details.post")}</h3>
          <p className="details__post">{conversation.post.text ?? conversation.post.id}</p>
        </>
      )}
      {known && (
        <BlockButton key={`block ${conversation.page.id} ${customer.id}`} me={me} conversation={conversation} />
      )}
      {mayErase(me) && customer.id !== "erased" && (
        <Button kind="danger--ghost" size="sm" onClick={() => setErasing(true)} data-testid="details-erase">
          {t("details.erase")}
        </Button>
      )}
      {erasing && <EraseDialog known={customer} onClose={() => setErasing(false)} />}
      <h3 className="details__heading">{t("details.id")}</h3>
      <p className="details__id">{conversation.id}</p>
    </>
  );
}

/** How long the customer waited for the AI agent. */
function AssistantFacts({ times }: { times: AssistantTimes }) {
  const { t, formats } = useI18n();
  const told = (millis: number) => formats.took(Math.round(millis / 1000));
  const { firstMillis, later, laterMillis } = times;
  return (
    <>
      {firstMillis !== null && <Fact name={t("details.assistantResponse")}>{told(firstMillis)}</Fact>}
      {later > 0 && (
        <Fact name={t("details.assistantLater")}>
          {t("details.assistantAverage", { n: later, average: told(laterMillis / later) })}
        </Fact>
      )}
    </>
  );
}

/** By which link or ad the customer came. */
function Origin({ referral }: { referral: Referral }) {
  const { t } = useI18n();
  const { source, adTitle, ad, ref, photo, product, referer } = referral;
  const known = SOURCES.find((name) => name === source);
  const from = outside(referer);
  return (
    <section data-testid="referral">
      <h3 className="details__heading">{t("details.referral")}</h3>
      {isOurs(photo) && <img className="details__ad" src={photo} alt="" />}
      <dl className="facts">
        {source !== null && (
          <Fact name={t("details.source")}>{known === undefined ? source : t(`source.${known}`)}</Fact>
        )}
        {adTitle !== null && <Fact name={t("details.ad")}>{adTitle}</Fact>}
        {ad !== null && <Fact name={t("details.adId")}>{ad}</Fact>}
        {ref !== null && <Fact name={t("details.ref")}>{ref}</Fact>}
        {product !== null && <Fact name={t("details.product")}>{product}</Fact>}
        {from !== undefined && (
          <Fact name={t("details.referer")}>
            <a className="link" href={from} target="_blank" rel="noopener noreferrer">
              {hostOf(from)}
            </a>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="facts__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Moment({ name, at }: { name: string; at: string | null }) {
  const { formats } = useI18n();
  if (at === null) return null;
  return (
    <Fact name={name}>
      <time dateTime={at} title={formats.full(at)}>
        {formats.moment(at)}
      </time>
    </Fact>
  );
}
