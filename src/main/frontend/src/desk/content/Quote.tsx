import { createContext, useContext } from "react";
import type { Message } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { authorName } from "../customerName";
import { excerptOf } from "./excerpt";

/** Finds messages by Meta's id of them, and leads the reader there. */
export type Finder = { byMid: ReadonlyMap<string, Message>; jump: (message: Message) => void };
const Context = createContext<Finder>({ byMid: new Map(), jump: () => {} });
export const FinderProvider = Context.Provider;
export const useFinder = () => useContext(Context);

/** The message that is answered, above the answer; a click leads to it. */
export function Quote({ mid }: { mid: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { byMid, jump } = useFinder();
  const quoted = byMid.get(mid);
  if (quoted === undefined) return <span className="quote quote--far">{t("mark.earlier")}</span>;
  return (
    <button type="button" className="quote" onClick={() => jump(quoted)} title={t("mark.jump")} data-testid="quote">
      <span className="quote__name">
        {t("mark.quoted", { name: authorName(quoted.author, i18n) ?? t(`author.SYSTEM`) })}
      </span>
      <span className="quote__text">{excerptOf(quoted, i18n)}</span>
    </button>
  );
}
