import type { Crew } from "../../api/transfer";
import type { I18n } from "../../i18n/i18n";
import type { Choice } from "./choices";

/** What will happen, and whether somebody should think twice. */
export type Outlook = { text: string; doubtful: boolean };

const fine = (text: string): Outlook => ({ text, doubtful: false });
const doubtful = (text: string): Outlook => ({ text, doubtful: true });

function ofCrew({ members, online, free }: Crew, kind: "team" | "campaign", { t, tn }: I18n): Outlook {
  if (members === 0) return doubtful(t(`transfer.${kind}.empty`));
  if (online === 0) return doubtful(t(`transfer.${kind}.nobody`));
  if (free === 0) return doubtful(t("transfer.allBusy"));
  return fine(tn("transfer.ready", free));
}

/** What comes of handing a conversation on to somebody, by how it stands with them at present. */
export function outlookOf(choice: Choice, i18n: I18n): Outlook {
  const { t, formats } = i18n;
  switch (choice.kind) {
    case "agent": {
      const { name, presence, load, capacity } = choice.agent;
      if (presence !== "ONLINE") return doubtful(t(`transfer.agent.${presence}`, { name }));
      return load < capacity ? fine(t("transfer.agent.free", { name })) : doubtful(t("transfer.agent.full", { name }));
    }
    case "team":
      return ofCrew(choice.team.crew, "team", i18n);
    case "campaign": {
      const { crew, open, opensAt } = choice.campaign;
      if (open) return ofCrew(crew, "campaign", i18n);
      const closed =
        opensAt === null ? t("transfer.closedForLong") : t("transfer.closed", { when: formats.moment(opensAt) });
      return doubtful(`${closed} ${ofCrew(crew, "campaign", i18n).text}`);
    }
    case "assistant":
      return fine(t("transfer.assistant.outlook"));
    case "queue":
      return fine(t("transfer.queue.outlook"));
  }
}
