import type { I18n } from "../i18n/i18n";

type Place = { table: string; version: number | null; row: number | null; description: string | null };

const TABLES = ["listening", "business-hours", "routing", "messaging-policy"] as const;

/** A table as people call it; its id where it is not one of those that come with Pupitre. */
export function tableWords(table: string, { t }: Pick<I18n, "t">): string {
  const known = TABLES.find((one) => one === table);
  return known === undefined ? table : t(`table.${known}`);
}

/** Where in a table something stands: "Listening, row 3 of version 2: Everything else is for the default campaign". */
export function rowWords({ table, version, row, description }: Place, i18n: Pick<I18n, "t">): string {
  const { t } = i18n;
  const name = tableWords(table, i18n);
  const at =
    row === null
      ? t("row.unknown", { table: name })
      : version === null
        ? t("row.at", { table: name, row })
        : t("row.atVersion", { table: name, row, version });
  return description === null || description === "" ? at : t("row.described", { at, description });
}
