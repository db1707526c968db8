import { Button, NumberInput } from "@carbon/react";
import { useId, useState } from "react";
import { setLimits, setUsage } from "../../api/sandbox";
import { useI18n } from "../../i18n/i18n";
import { Card } from "./Card";
import { useSet } from "./useSet";

const inRange = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;

/** Tells Pupitre how much of Meta's limits it has used. */
export function UsageCard() {
  const { t } = useI18n();
  const id = useId();
  const set = useSet();
  const [share, setShare] = useState(90);
  const [regainMinutes, setRegain] = useState(5);
  const valid = inRange(share, 1_000) && inRange(regainMinutes, 1_440);
  return (
    <Card title={t("sandbox.usage")} lead={t("sandbox.usage.lead")}>
      <div className="fields__pair">
        <NumberInput
          id={`${id}-share`}
          label={t("sandbox.usage.share")}
          min={0}
          max={1_000}
          value={share}
          onChange={(_, { value }) => setShare(Number(value))}
        />
        <NumberInput
          id={`${id}-regain`}
          label={t("sandbox.usage.regain")}
          min={0}
          max={1_440}
          value={regainMinutes}
          onChange={(_, { value }) => setRegain(Number(value))}
        />
      </div>
      <div className="lever__row">
        <Button
          size="sm"
          disabled={!valid}
          onClick={() =>
            void set(() => setUsage({ callCount: share, totalTime: share, totalCpuTime: share, regainMinutes }))
          }
        >
          {t("sandbox.usage.set")}
        </Button>
        <Button kind="ghost" size="sm" onClick={() => void set(() => setUsage({}))}>
          {t("sandbox.usage.clear")}
        </Button>
      </div>
    </Card>
  );
}

/** How fast a Page may send before Meta refuses more. */
export function LimitsCard() {
  const { t } = useI18n();
  const id = useId();
  const set = useSet();
  const [sendsPerSecond, setSends] = useState(2);
  return (
    <Card title={t("sandbox.limits")} lead={t("sandbox.limits.lead")}>
      <NumberInput
        id={`${id}-sends`}
        label={t("sandbox.limits.sends")}
        min={1}
        max={1_000}
        value={sendsPerSecond}
        onChange={(_, { value }) => setSends(Number(value))}
      />
      <div className="lever__row">
        <Button
          size="sm"
          disabled={!inRange(sendsPerSecond, 1_000) || sendsPerSecond === 0}
          onClick={() => void set(() => setLimits({ sendsPerSecond }))}
        >
          {t("sandbox.limits.set")}
        </Button>
        <Button kind="ghost" size="sm" onClick={() => void set(() => setLimits({}))}>
          {t("sandbox.limits.clear")}
        </Button>
      </div>
    </Card>
  );
}
