import { Add, TrashCan } from "@carbon/icons-react";
import { Button, IconButton, Select, SelectItem, TextInput } from "@carbon/react";
import { useId } from "react";
import { useI18n } from "../../i18n/i18n";
import { type ButtonRow, type Fault, LIMITS, newButton, titleFault, valueFault } from "./templateForm";

type ButtonFieldsProps = { buttons: ButtonRow[]; tried: boolean; onChange: (buttons: ButtonRow[]) => void };

/** The buttons of an answer or a card: words, and what each does. */
export function ButtonFields({ buttons, tried, onChange }: ButtonFieldsProps) {
  const { t } = useI18n();
  const id = useId();
  const change = (key: number, changes: Partial<ButtonRow>) =>
    onChange(buttons.map((button) => (button.key === key ? { ...button, ...changes } : button)));
  const words = (fault: Fault | null) => (tried && fault !== null ? t(`template.${fault}`) : "");

  return (
    <>
      {buttons.map((button, index) => {
        const n = index + 1;
        const titleWords = words(titleFault(button.title));
        const valueWords = words(valueFault(button));
        return (
          <fieldset key={button.key} className="dialog__button">
            <legend className="visually-hidden">{t("template.button", { n })}</legend>
            <TextInput
              id={`${id}-${button.key}-title`}
              size="md"
              labelText={t("template.buttonTitle", { n })}
              value={button.title}
              maxLength={LIMITS.buttonTitle}
              onChange={(event) => change(button.key, { title: event.target.value })}
              invalid={titleWords !== ""}
              invalidText={titleWords}
            />
            <Select
              id={`${id}-${button.key}-kind`}
              size="md"
              labelText={t("template.buttonKind", { n })}
              value={button.kind}
              onChange={(event) => change(button.key, { kind: event.target.value as ButtonRow["kind"] })}
            >
              <SelectItem value="LINK" text={t("template.opens")} />
              <SelectItem value="POSTBACK" text={t("template.answers")} />
            </Select>
            <div className="dialog__row">
              <TextInput
                id={`${id}-${button.key}-value`}
                size="md"
                labelText={t(button.kind === "LINK" ? "template.address" : "template.value")}
                value={button.value}
                maxLength={LIMITS.value}
                onChange={(event) => change(button.key, { value: event.target.value })}
                invalid={valueWords !== ""}
                invalidText={valueWords}
              />
              <IconButton
                kind="ghost"
                size="md"
                align="left"
                label={t("template.removeButton", { n })}
                onClick={() => onChange(buttons.filter(({ key }) => key !== button.key))}
              >
                <TrashCan size={16} />
              </IconButton>
            </div>
          </fieldset>
        );
      })}
      <Button
        kind="ghost"
        size="sm"
        renderIcon={Add}
        onClick={() => onChange([...buttons, newButton()])}
        disabled={buttons.length >= LIMITS.buttons}
      >
        {t("template.addButton")}
      </Button>
    </>
  );
}
