import { Button, NumberInput, Select, SelectItem } from "@carbon/react";
import { useId, useState } from "react";
import { setFault } from "../../api/sandbox";
import { useI18n } from "../../i18n/i18n";
import { Card } from "./Card";
import { FAULT_NAMES, type FaultName, faultOf, NO_FAULT, SCOPE_NAMES, type Scope } from "./faults";
import { useSet } from "./useSet";

const MOST_CALLS = 1_000;

/** Makes the next calls of Pupitre fail. */
export function FaultCard() {
  const { t } = useI18n();
  const id = useId();
  const set = useSet();
  const [name, setName] = useState<FaultName>("temporary");
  const [calls, setCalls] = useState(1);
  const [scope, setScope] = useState<Scope>("sends");
  const valid = Number.isInteger(calls) && calls >= 1 && calls <= MOST_CALLS;
  return (
    <Card title={t("sandbox.fault")} lead={t("sandbox.fault.lead")} data-testid="sandbox-fault-card">
      <Select
        id={`${id}-name`}
        labelText={t("sandbox.fault.what")}
        value={name}
        onChange={(event) => setName(event.target.value as FaultName)}
      >
        {FAULT_NAMES.map((fault) => (
          <SelectItem key={fault} value={fault} text={t(`sandbox.fault.${fault}`)} />
        ))}
      </Select>
      <div className="fields__pair">
        <Select
          id={`${id}-scope`}
          labelText={t("sandbox.fault.scope")}
          value={scope}
          onChange={(event) => setScope(event.target.value as Scope)}
        >
          {SCOPE_NAMES.map((one) => (
            <SelectItem key={one} value={one} text={t(`sandbox.scope.${one}`)} />
          ))}
        </Select>
        <NumberInput
          id={`${id}-calls`}
          label={t("sandbox.fault.calls")}
          min={1}
          max={MOST_CALLS}
          value={calls}
          invalid={!valid}
          invalidText={t("sandbox.fault.callsFault", { most: MOST_CALLS })}
          iconDescription={t("sandbox.fault.calls")}
          onChange={(_, { value }) => setCalls(Number(value))}
        />
      </div>
      <div className="lever__row">
        <Button
          size="sm"
          disabled={!valid}
          onClick={() => void set(() => setFault(faultOf(name, calls, scope)))}
          data-testid="sandbox-fault-set"
        >
          {t("sandbox.fault.set")}
        </Button>
        <Button kind="ghost" size="sm" onClick={() => void set(() => setFault(NO_FAULT))}>
          {t("sandbox.fault.clear")}
        </Button>
      </div>
    </Card>
  );
}
