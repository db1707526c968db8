import { Toggle } from "@carbon/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { fetchBehaviour, setBehaviour } from "../../api/sandbox";
import type { Behaviour } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { sandboxKeys } from "../cache";
import { useAct } from "../useAct";
import { isOn, SWITCH_NAMES, type SwitchName, turn } from "./behaviours";
import { Card } from "./Card";

/** How the stand-in answers and tells, until it is told otherwise. */
export function BehaviourCard() {
  const { t } = useI18n();
  const id = useId();
  const act = useAct();
  const client = useQueryClient();
  const { data, isError } = useQuery({ queryKey: sandboxKeys.behaviour, queryFn: fetchBehaviour });

  function flip(name: SwitchName, on: boolean, before: Behaviour) {
    const after = turn(name, on, before);
    void act(
      () => setBehaviour(after),
      () => client.setQueryData(sandboxKeys.behaviour, after),
    );
  }

  return (
    <Card title={t("sandbox.behaviour")} lead={t("sandbox.behaviour.lead")} data-testid="sandbox-behaviour-card">
      {isError && (
        <p className="people__failed" role="alert">
          {t("sandbox.failed")}
        </p>
      )}
      {data !== undefined && (
        <ul className="lever__switches">
          {SWITCH_NAMES.map((name) => (
            <li key={name}>
              <Toggle
                id={`${id}-${name}`}
                size="sm"
                labelText={t(`sandbox.behaviour.${name}`)}
                labelA=""
                labelB=""
                toggled={isOn(name, data)}
                onToggle={(on) => flip(name, on, data)}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
