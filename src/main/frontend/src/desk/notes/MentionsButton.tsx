import { At, Checkmark, Close } from "@carbon/icons-react";
import { Button, IconButton, Popover, PopoverContent } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "react-router";
import { type Mention, removeMentions, tellMentionsSeen } from "../../api/notes";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { mentionsQuery } from "../../live/notes";
import { useNow } from "../../live/now";
import { keys } from "../../live/queries";
import { Empty } from "../../shell/Empty";
import { Skeleton } from "../../shell/Skeleton";
import { useToast } from "../../shell/Toasts";

const MANY = 99;

/** Where colleagues have named one, with a mark until one has looked. */
export function MentionsButton() {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { data, isError } = useQuery(mentionsQuery);
  const seen = useMutation({
    mutationFn: (conversation?: string) => tellMentionsSeen(conversation),
    onSuccess: (list) => client.setQueryData(keys.mentions, list),
    onError: (error) => toast("error", t("mentions.unsaved"), errorWords(error, t)),
  });
  const removed = useMutation({
    mutationFn: removeMentions,
    onSuccess: (list) => {
      client.setQueryData(keys.mentions, list);
      // What had the focus is gone with its row.
      button.current?.focus();
    },
    onError: (error) => toast("error", t("mentions.unsaved"), errorWords(error, t)),
  });
  const unseen = data?.unseen ?? 0;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      open={open}
      align="bottom-end"
      isTabTip={false}
      onRequestClose={() => setOpen(false)}
      className="mentions"
      onKeyDown={(event) => {
        if (event.key === "Escape" && open) close();
      }}
    >
      <IconButton
        ref={button}
        kind="ghost"
        size="lg"
        align="bottom"
        label={unseen > 0 ? tn("mentions.unseen", unseen) : t("mentions.title")}
        className="bar-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="mentions"
        data-unseen={unseen}
      >
        <At size={20} />
        {unseen > 0 && (
          <span className="mentions__count" aria-hidden="true">
            {unseen > MANY ? `${MANY}+` : unseen}
          </span>
        )}
      </IconButton>
      <PopoverContent className="mentions__panel cds--layer-one">
        <div className="mentions__head">
          <h2 className="mentions__title">{t("mentions.title")}</h2>
          {unseen > 0 && (
            <Button kind="ghost" size="sm" onClick={() => seen.mutate(undefined)} data-testid="mentions-all-seen">
              {t("mentions.allSeen")}
            </Button>
          )}
        </div>
        {data === undefined &&
          (isError ? <p className="mentions__none">{t("list.failed")}</p> : <Skeleton lines={3} />)}
        {data?.items.length === 0 && <Empty icon={At} title={t("mentions.none")} detail={t("mentions.noneDetail")} />}
        <ul className="mentions__list">
          {byConversation(data?.items ?? []).map((mentions) => (
            <MentionRow
              key={mentions[0].conversationId}
              mentions={mentions}
              onOpen={() => setOpen(false)}
              onSeen={() => seen.mutate(mentions[0].conversationId)}
              onDone={() => removed.mutate(lastWritten(mentions))}
            />
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}

type OfOne = readonly [Mention, ...Mention[]];

/** Those of one conversation together, where the newest of them stands. */
function byConversation(mentions: readonly Mention[]): OfOne[] {
  const groups = new Map<string, [Mention, ...Mention[]]>();
  for (const mention of mentions) {
    const group = groups.get(mention.conversationId);
    if (group === undefined) groups.set(mention.conversationId, [mention]);
    else group.push(mention);
  }
  return [...groups.values()];
}

/** One may have been told earlier of what was written later. */
function lastWritten(mentions: OfOne): Mention {
  return mentions.reduce((last, mention) => (Date.parse(mention.at) > Date.parse(last.at) ? mention : last));
}

type MentionRowProps = { mentions: OfOne; onOpen: () => void; onSeen: () => void; onDone: () => void };

function MentionRow({ mentions, onOpen, onSeen, onDone }: MentionRowProps) {
  const { t, tn, formats } = useI18n();
  const now = useNow();
  const [newest, ...earlier] = mentions;
  const unseen = mentions.filter(({ seen }) => !seen).length;
  return (
    <li className={unseen > 0 ? "mentions__one mentions__one--new" : "mentions__one"}>
      <Link
        to={`/desk/${encodeURIComponent(newest.conversationId)}`}
        className="mentions__link"
        onClick={onOpen}
        data-testid="mention"
      >
        <span className="mentions__line">
          <strong>{newest.by.name}</strong>
          <time dateTime={newest.at} title={formats.full(newest.at)}>
            {formats.ago(newest.at, now) ?? t("time.now")}
          </time>
        </span>
        <span className="mentions__about">
          {t("mentions.about", { name: newest.customer.name })}
          {earlier.length > 0 && ` · ${tn("mentions.earlier", earlier.length)}`}
        </span>
        <span className="mentions__text">{newest.text}</span>
        {unseen > 0 && <span className="visually-hidden">{t("mentions.new")}</span>}
      </Link>
      {unseen > 0 && (
        <IconButton
          kind="ghost"
          size="sm"
          align="left"
          label={t("mentions.seen", { name: newest.customer.name })}
          onClick={onSeen}
          data-testid="mention-seen"
        >
          <Checkmark />
        </IconButton>
      )}
      <IconButton
        kind="ghost"
        size="sm"
        align="left"
        label={t("mentions.remove", { name: newest.customer.name })}
        onClick={onDone}
        data-testid="mention-done"
      >
        <Close />
      </IconButton>
    </li>
  );
}
