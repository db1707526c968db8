import { Select, SelectItem, TextInput } from "@carbon/react";
import { useI18n } from "../i18n/i18n";
import { DEFAULT_LOCALE, keyed, LIMITS, LOCALES, type ProfileRows } from "./profileForm";
import { RowsOf } from "./RowsOf";

type Greetings = ProfileRows["greetings"];

/** The greeting in each language. */
export function GreetingFields({ rows, onChange }: { rows: Greetings; onChange: (rows: Greetings) => void }) {
  const { t, formats } = useI18n();
  const named = (locale: string) => (locale === DEFAULT_LOCALE ? t("profile.default") : formats.language(locale));
  const free = [DEFAULT_LOCALE, ...LOCALES].filter((locale) => rows.every((row) => row.locale !== locale));
  return (
    <RowsOf
      title={t("profile.greeting")}
      help={t("profile.greetingHelp")}
      rows={rows}
      max={rows.length + free.length}
      add={t("profile.addLocale")}
      removeOf={({ locale }) => t("profile.removeLocale", { language: named(locale) })}
      mayRemove={() => rows.length > 1}
      onAdd={() => onChange([...rows, keyed({ locale: free[0] ?? DEFAULT_LOCALE, text: "" })])}
      onChange={onChange}
    >
      {({ key, locale, text }, _, change) => (
        <>
          <Select
            id={`greeting-locale-${key}`}
            size="md"
            className="profile__short"
            labelText={t("profile.locale")}
            value={locale}
            onChange={(event) => change({ locale: event.target.value })}
          >
            {[locale, ...free].map((one) => (
              <SelectItem key={one} value={one} text={named(one)} />
            ))}
          </Select>
          <TextInput
            id={`greeting-${key}`}
            size="md"
            labelText={t("profile.greeting")}
            value={text}
            maxLength={LIMITS.greeting}
            onChange={(event) => change({ text: event.target.value })}
          />
        </>
      )}
    </RowsOf>
  );
}
