import { Add } from "@carbon/icons-react";
import { Button, Select, SelectItem } from "@carbon/react";
import { useRef, useState } from "react";
import { useI18n } from "../i18n/i18n";

type AddChoiceProps = {
  id: string;
  label: string;
  choices: readonly { id: string; name: string }[];
  onAdd: (id: string) => void;
};

/**
 * Adds one of those there are.
 * What is chosen is added by a button only: by keyboard, some browsers choose every one that is passed on the way.
 */
export function AddChoice({ id, label, choices, onAdd }: AddChoiceProps) {
  const { t } = useI18n();
  const [picked, setPicked] = useState("");
  const select = useRef<HTMLSelectElement>(null);
  const chosen = choices.some((choice) => choice.id === picked) ? picked : "";

  function add() {
    setPicked("");
    onAdd(chosen);
    // The button is of no use now, and would take the focus with it.
    select.current?.focus();
  }

  return (
    <div className="add-choice">
      <Select
        ref={select}
        id={id}
        size="sm"
        hideLabel
        labelText={label}
        value={chosen}
        disabled={choices.length === 0}
        onChange={(event) => setPicked(event.target.value)}
        data-testid={id}
      >
        <SelectItem value="" text={label} />
        {choices.map((choice) => (
          <SelectItem key={choice.id} value={choice.id} text={choice.name} />
        ))}
      </Select>
      <Button kind="ghost" size="sm" renderIcon={Add} aria-label={label} disabled={chosen === ""} onClick={add}>
        {t("field.add")}
      </Button>
    </div>
  );
}
