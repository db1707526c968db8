import { DismissibleTag } from "@carbon/react";
import { useI18n } from "../../i18n/i18n";
import type { Parcel } from "../../live/parcel";

type ExtrasProps = { parcel: Parcel; onChange: (changes: Partial<Parcel>) => void };

/** The suggested answers, buttons and cards that go with the text; each can be taken out again. */
export function Extras({ parcel: { quickReplies, template }, onChange }: ExtrasProps) {
  const { t, tn } = useI18n();
  if (quickReplies.length === 0 && template === null) return null;
  return (
    <div className="extras">
      {quickReplies.length > 0 && (
        <DismissibleTag
          size="md"
          type="high-contrast"
          text={t("list.by", {
            name: tn("quick.count", quickReplies.length),
            text: quickReplies.map(({ title }) => title).join(", "),
          })}
          title={t("quick.clear")}
          dismissTooltipLabel={t("quick.clear")}
          onClose={() => onChange({ quickReplies: [] })}
          data-testid="extra-quick-replies"
        />
      )}
      {template !== null && (
        <DismissibleTag
          size="md"
          type="high-contrast"
          text={
            template.cards.length > 0
              ? tn("template.withCards", template.cards.length)
              : tn("template.withButtons", template.buttons.length)
          }
          title={t("template.remove")}
          dismissTooltipLabel={t("template.remove")}
          onClose={() => onChange({ template: null })}
          data-testid="extra-template"
        />
      )}
    </div>
  );
}
