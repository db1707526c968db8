import { WarningAlt } from "@carbon/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Conversation, Me, Message } from "../../api/types";
import { Gallery } from "../../desk/content/Gallery";
import { FinderProvider } from "../../desk/content/Quote";
import { customerName } from "../../desk/customerName";
import { TranscriptView } from "../../desk/TranscriptView";
import { useFinderOf } from "../../desk/useJump";
import { transcriptQuery } from "../../live/queries";
import { Empty } from "../../shell/Empty";
import { Skeleton } from "../../shell/Skeleton";
import { useStudio } from "../words";
import "../../styles/desk.scss";

const NONE: readonly Message[] = [];

/** What was said, for those who have neither the desk nor the recordings: nothing can be done with it. */
export function ReadOnly({ me, conversation }: { me: Me; conversation: Conversation }) {
  const studio = useStudio();
  const { t, w } = studio;
  const client = useQueryClient();
  const transcript = useQuery(transcriptQuery(client, conversation.id));
  const place = useRef<HTMLElement>(null);
  const messages = transcript.data?.items ?? NONE;
  const finder = useFinderOf(messages, place);
  // Who was an agent before they became an analyst may have it still.
  const nobodys = { ...conversation, assignee: null };
  return (
    <section aria-labelledby="why-words">
      <h2 id="why-words" className="whys__table">
        {w("why.words")}
      </h2>
      <FinderProvider value={finder}>
        <Gallery messages={messages}>
          <section
            ref={place}
            className="whys__words"
            aria-label={t("thread.label", { name: customerName(conversation.customer, studio) })}
            data-testid="why-words"
          >
            {transcript.data !== undefined ? (
              <TranscriptView conversation={nobodys} me={me} transcript={transcript.data} />
            ) : transcript.isError ? (
              <Empty icon={WarningAlt} title={t("thread.failed")} />
            ) : (
              <Skeleton lines={5} />
            )}
          </section>
        </Gallery>
      </FinderProvider>
    </section>
  );
}
