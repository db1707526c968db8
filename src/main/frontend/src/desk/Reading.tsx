import { WarningAlt } from "@carbon/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import type { Conversation, Me, Message } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { transcriptQuery } from "../live/queries";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { Gallery } from "./content/Gallery";
import { FinderProvider } from "./content/Quote";
import { customerName } from "./customerName";
import { TranscriptView } from "./TranscriptView";
import { useFinderOf } from "./useJump";
import "../styles/desk.scss";

const NONE: readonly Message[] = [];

interface Props {
  conversation: Conversation;
  me: Me;
  className: string;
  testId?: string;
  children?: ReactNode;
}

/** What was said, with its pictures and the jumps to what is quoted, for those who answer nothing. */
export function Reading({ conversation, me, className, testId, children }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const transcript = useQuery(transcriptQuery(useQueryClient(), conversation.id));
  const place = useRef<HTMLElement>(null);
  const messages = transcript.data?.items ?? NONE;
  const finder = useFinderOf(messages, place);
  return (
    <FinderProvider value={finder}>
      <Gallery messages={messages}>
        <section
          ref={place}
          className={className}
          aria-label={t("thread.label", { name: customerName(conversation.customer, i18n) })}
          data-testid={testId}
        >
          {transcript.data !== undefined ? (
            <TranscriptView conversation={conversation} me={me} transcript={transcript.data} />
          ) : transcript.isError ? (
            <Empty icon={WarningAlt} title={t("thread.failed")} />
          ) : (
            <Skeleton lines={5} />
          )}
          {children}
        </section>
      </Gallery>
    </FinderProvider>
  );
}
