import { Catalog } from "@carbon/icons-react";
import { Button, Select, SelectItem, TextInput } from "@carbon/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ACTS_SHOWN, AREAS, type AuditFilter, fetchAudit } from "../api/admin";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { AuditTable } from "./AuditTable";
import { Loaded } from "./Loaded";
import { adminKeys, usersQuery } from "./queries";

const ALL: AuditFilter = { by: "", area: "", subject: "", from: "", to: "" };

/** The book of administrative acts, newest first. */
export function AuditList() {
  const { t } = useI18n();
  const users = useQuery(usersQuery).data ?? [];
  const [filter, setFilter] = useState(ALL);
  const [page, setPage] = useState(0);
  const acts = useQuery({
    queryKey: [...adminKeys.audit, filter, page],
    queryFn: () => fetchAudit(filter, page),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    document.title = `${t("audit.title")} – ${t("app.name")}`;
  }, [t]);
  const narrow = (part: Partial<AuditFilter>) => {
    setFilter({ ...filter, ...part });
    setPage(0);
  };
  const last = Math.max(0, Math.ceil((acts.data?.total ?? 0) / ACTS_SHOWN) - 1);

  return (
    <>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{t("audit.title")}</h1>
          <p className="pages__lead">{t("audit.lead")}</p>
        </div>
      </header>
      <div className="filters filters--even">
        <Select
          id="audit-by"
          size="md"
          labelText={t("audit.by")}
          value={filter.by}
          onChange={(event) => narrow({ by: event.target.value })}
        >
          <SelectItem value="" text={t("audit.anybody")} />
          {users.map(({ id, name }) => (
            <SelectItem key={id} value={id} text={name} />
          ))}
        </Select>
        <Select
          id="audit-area"
          size="md"
          labelText={t("audit.area")}
          value={filter.area}
          onChange={(event) => narrow({ area: event.target.value as AuditFilter["area"] })}
        >
          <SelectItem value="" text={t("audit.everyArea")} />
          {AREAS.map((area) => (
            <SelectItem key={area} value={area} text={t(`area.${area}`)} />
          ))}
        </Select>
        <TextInput
          id="audit-subject"
          size="md"
          labelText={t("audit.subject")}
          value={filter.subject}
          autoComplete="off"
          onChange={(event) => narrow({ subject: event.target.value })}
        />
        {(["from", "to"] as const).map((end) => (
          <TextInput
            key={end}
            id={`audit-${end}`}
            type="date"
            size="md"
            labelText={t(`audit.${end}`)}
            value={filter[end]}
            onChange={(event) => narrow({ [end]: event.target.value })}
          />
        ))}
      </div>
      <Loaded query={acts} failed={t("audit.failed")}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={Catalog} title={t("audit.none")} detail={t("audit.noneDetail")} />
          ) : (
            <AuditTable acts={items} />
          )
        }
      </Loaded>
      {last > 0 && (
        <nav className="deletions__pages" aria-label={t("admin.pages")}>
          <Button kind="ghost" size="sm" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t("admin.newer")}
          </Button>
          <span>{t("content.position", { n: page + 1, total: last + 1 })}</span>
          <Button kind="ghost" size="sm" disabled={page >= last} onClick={() => setPage(page + 1)}>
            {t("admin.older")}
          </Button>
        </nav>
      )}
    </>
  );
}
