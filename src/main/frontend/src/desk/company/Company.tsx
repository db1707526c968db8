import { View } from "@carbon/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Me } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { companyQuery } from "../../live/customers";
import { useNow } from "../../live/now";

/** Which colleagues have the same conversation before them, and who of them writes. */
export function Company({ id, me }: { id: string; me: Me }) {
  const { t, language } = useI18n();
  const now = useNow();
  const { data } = useQuery(companyQuery(id));
  const others = data.filter((watcher) => watcher.id !== me.id && Date.parse(watcher.until) > now);
  const list = new Intl.ListFormat(language);
  const typing = others.filter((watcher) => watcher.typing).map(({ name }) => name);
  const looking = others.filter((watcher) => !watcher.typing).map(({ name }) => name);
  return (
    <div role="status" className={others.length > 0 ? "company" : "visually-hidden"} data-testid="company">
      {others.length > 0 && (
        <>
          <View size={16} />
          <span>
            {typing.length > 0 && t("company.typing", { names: list.format(typing) })}{" "}
            {looking.length > 0 && t("company.looking", { names: list.format(looking) })}
          </span>
        </>
      )}
    </div>
  );
}
