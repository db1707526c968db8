import type { Crew } from "../../api/transfer";
import type { I18n } from "../../i18n/i18n";
import { type Choice, isShownToAll } from "./choices";

/** What will happen, and whether somebody should think twice. */
export type Outlook = { text: string; doubtful: boolean };

const fine = (text: string): Outlook => ({ text, doubtful: false });
const doubtful = (text: string): Outlook => ({ text, doubtful: true });

type Kind = "team" | "campaign";

function ofCrew({ members, online, free }: Crew, kind: Kind, shownToAll: boolean, { t, tn }: I18n): Outlook {
  if (members === 0) return doubtful(t(`transfer.${kind}.empty`));
  if (online === 0) return doubtful(t(`transfer.${kind}.nobody`));
  if (shownToAll) return fine(t("transfer.shownToAll"));
  if (free === 0) return doubtful(t("transfer.allBusy"));
  return fine(tn("transfer.ready", free));
}

/** What comes of handing a conversation on to somebody, by how it stands with them at present. */
export function outlookOf(choice: Choice, i18n: I18n): Outlook {
  const { t, formats } = i18n;
  switch (choice.kind) {
    case "agent": {
      const { name, presence, room } = choice.agent;
      if (presence !== "ONLINE") return doubtful(t(`transfer.agent.${presence}`, { name }));
      return room ? fine(t("transfer.agent.free", { name })) : doubtful(t("transfer.agent.full", { name }));
    }
    case "team":
      return ofCrew(choice.team.crew, "team", choice.shownToAll, i18n);
    case "campaign": {
      const { crew, open, opensAt, ends } = choice.campaign;
      const shownToAll = isShownToAll(choice.campaign);
      const outlook = ofCrew(crew, "campaign", shownToAll, i18n);
      if (open) return outlook;
      const closed =
        opensAt === null ? t("transfer.closedForLong") : t("transfer.closed", { when: formats.moment(opensAt) });
      const served = shownToAll ? crew.online > 0 : crew.free > 0;
      return doubtful(`${closed} ${ends && !served ? t("transfer.ends") : outlook.text}`);
    }
    case "assistant":
      return fine(t("transfer.assistant.outlook"));
    case "queue":
      return fine(t(choice.shownToAll ? "transfer.shownToAll" : "transfer.queue.outlook"));
  }
}
