import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow, Tag } from "@carbon/react";
import type { AuditEntry } from "../api/admin";
import { adminEn } from "../i18n/admin.en";
import { type I18n, useI18n } from "../i18n/i18n";

type AdminKey = keyof typeof adminEn;
type Named<Prefix extends string> = { [K in AdminKey]: K extends `${Prefix}.${infer Name}` ? Name : never }[AdminKey];

const isAct = (act: string): act is Named<"act"> => `act.${act}` in adminEn;
const isField = (field: string): field is Named<"changed"> => `changed.${field}` in adminEn;
const isRole = (word: string): word is Named<"role"> => `role.${word}` in adminEn;
const isTruth = (word: string): word is "true" | "false" => word === "true" || word === "false";

const isInstant = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));

/** A value as people say it; what has no words is shown as it was written. */
function words(value: string | null, { t, formats }: I18n): string {
  if (value === null) return t("audit.nothing");
  if (isTruth(value)) return t(`audit.${value}`);
  if (isInstant(value)) return formats.full(value);
  return value
    .split(", ")
    .map((word) => (isRole(word) ? t(`role.${word}`) : word))
    .join(", ");
}

function changeWords({ field, before, after }: AuditEntry["changes"][number], i18n: I18n): string {
  const name = isField(field) ? i18n.t(`changed.${field}`) : field;
  const now = words(after, i18n);
  return i18n.t("audit.change", { name, value: before === null ? now : `${words(before, i18n)} → ${now}` });
}

function unknownWords({ status }: AuditEntry, { t }: I18n): string {
  return status === null ? t("audit.unknownHelp") : t("audit.halfway", { status: String(status) });
}

/** Acts, each on a line. */
export function AuditTable({ acts }: { acts: readonly AuditEntry[] }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  return (
    <TableContainer className="audit">
      <Table size="md" aria-label={t("audit.title")}>
        <TableHead>
          <TableRow>
            {(["when", "by", "what", "about", "changes", "where"] as const).map((column) => (
              <TableHeader key={column}>{t(`audit.${column}`)}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {acts.map((entry) => (
            <TableRow key={entry.id} data-testid="act" data-act={entry.act}>
              <TableCell className="audit__when">
                <time dateTime={entry.at} title={formats.full(entry.at)}>
                  {formats.moment(entry.at)}
                </time>
              </TableCell>
              <TableCell>{entry.name ?? entry.by ?? t("audit.system")}</TableCell>
              <TableCell>
                {isAct(entry.act) ? t(`act.${entry.act}`) : entry.act}
                {entry.outcome === "UNKNOWN" && (
                  <Tag size="sm" type="warm-gray" title={unknownWords(entry, i18n)}>
                    {t("audit.unknown")}
                  </Tag>
                )}
              </TableCell>
              <TableCell className="audit__id">{entry.subject}</TableCell>
              <TableCell>
                {entry.changes.map((change) => (
                  <div key={change.field}>{changeWords(change, i18n)}</div>
                ))}
              </TableCell>
              <TableCell>
                {[entry.address, entry.token === null ? null : t("audit.byToken", { name: entry.token })]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
