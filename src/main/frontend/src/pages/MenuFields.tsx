import { Select, SelectItem, TextInput } from "@carbon/react";
import type { MenuEntry } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { keyed, LIMITS, type ProfileRows } from "./profileForm";
import { RowsOf } from "./RowsOf";

type Menu = ProfileRows["menu"];

/** The entries of the menu that stays beside the message box. */
export function MenuFields({ rows, onChange }: { rows: Menu; onChange: (rows: Menu) => void }) {
  const { t } = useI18n();
  return (
    <RowsOf
      title={t("profile.menu")}
      help={t("profile.menuHelp")}
      rows={rows}
      max={LIMITS.menu}
      add={t("profile.addEntry")}
      removeOf={(_, n) => t("profile.removeEntry", { n })}
      onAdd={() => onChange([...rows, keyed<MenuEntry>({ kind: "LINK", title: "", value: "" })])}
      onChange={onChange}
    >
      {({ key, kind, title, value }, n, change) => (
        <>
          <TextInput
            id={`entry-${key}`}
            size="md"
            labelText={t("profile.entry", { n })}
            value={title}
            maxLength={LIMITS.title}
            onChange={(event) => change({ title: event.target.value })}
          />
          <Select
            id={`entry-kind-${key}`}
            size="md"
            className="profile__short"
            labelText={t("profile.entryKind", { n })}
            value={kind}
            onChange={(event) => change({ kind: event.target.value as MenuEntry["kind"] })}
          >
            <SelectItem value="LINK" text={t("template.opens")} />
            <SelectItem value="POSTBACK" text={t("template.answers")} />
          </Select>
          <TextInput
            id={`entry-value-${key}`}
            size="md"
            labelText={t(kind === "LINK" ? "template.address" : "profile.payload")}
            value={value}
            maxLength={LIMITS.payload}
            onChange={(event) => change({ value: event.target.value })}
          />
        </>
      )}
    </RowsOf>
  );
}
