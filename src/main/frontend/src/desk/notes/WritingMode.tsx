import { ContentSwitcher, Switch } from "@carbon/react";
import { useI18n } from "../../i18n/i18n";

export type Mode = "answer" | "note";
const MODES: readonly Mode[] = ["answer", "note"];

/** To whom one writes: the customer, or colleagues. */
export function WritingMode({ mode, onMode }: { mode: Mode; onMode: (mode: Mode) => void }) {
  const { t } = useI18n();
  return (
    <div className="writing-mode">
      <ContentSwitcher
        size="sm"
        selectedIndex={MODES.indexOf(mode)}
        onChange={({ index }) => onMode(MODES[index ?? 0] ?? "answer")}
        aria-label={t("note.mode")}
      >
        {MODES.map((one) => (
          <Switch key={one} name={one} text={t(`note.mode.${one}`)} data-testid={`mode-${one}`} />
        ))}
      </ContentSwitcher>
    </div>
  );
}
