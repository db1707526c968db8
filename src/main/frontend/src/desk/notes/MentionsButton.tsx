import { At } from "@carbon/icons-react";
import { Button, IconButton, Popover, PopoverContent } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "react-router";
import { type Mention, tellMentionsSeen } from "../../api/notes";
import { useI18n } from "../../i18n/i18n";
import { mentionsQuery } from "../../live/notes";
import { useNow } from "../../live/now";
import { keys } from "../../live/queries";
import { Empty } from "../../shell/Empty";
import { Skeleton } from "../../shell/Skeleton";

const MANY = 99;

/** Where colleagues have named one, with a mark until one has looked. */
export function MentionsButton() {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { data, isError } = useQuery(mentionsQuery);
  const seen = useMutation({
    mutationFn: () => tellMentionsSeen(),
    onSuccess: (list) => client.setQueryData(keys.mentions, list),
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
            <Button kind="ghost" size="sm" onClick={() => seen.mutate()} data-testid="mentions-all-seen">
              {t("mentions.allSeen")}
            </Button>
          )}
        </div>
        {data === undefined &&
          (isError ? <p className="mentions__none">{t("list.failed")}</p> : <Skeleton lines={3} />)}
        {data?.items.length === 0 && <Empty icon={At} title={t("mentions.none")} detail={t("mentions.noneDetail")} />}
        <ul className="mentions__list">
          {data?.items.map((mention) => (
            <li key={mention.note}>
              <MentionLink mention={mention} onOpen={() => setOpen(false)} />
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}

function MentionLink({ mention, onOpen }: { mention: Mention; onOpen: () => void }) {
  const { t, formats } = useI18n();
  const now = useNow();
  return (
    <Link
      to={`/desk/${encodeURIComponent(mention.conversationId)}`}
      className={mention.seen ? "mentions__one" : "mentions__one mentions__one--new"}
      onClick={onOpen}
      data-testid="mention"
    >
      <span className="mentions__line">
        <strong>{mention.by.name}</strong>
        <time dateTime={mention.at} title={formats.full(mention.at)}>
          {formats.ago(mention.at, now) ?? t("time.now")}
        </time>
      </span>
      <span className="mentions__about">{t("mentions.about", { name: mention.customer.name })}</span>
      <span className="mentions__text">{mention.text}</span>
      {!mention.seen && <span className="visually-hidden">{t("mentions.new")}</span>}
    </Link>
  );
}
