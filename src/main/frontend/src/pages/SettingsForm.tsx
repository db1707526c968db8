import { Button, ComboBox, TextInput, Toggle } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changePage, type Page, type PageSettings } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyPage } from "../live/apply";
import { useToast } from "../shell/Toasts";
import { retentionOf } from "./retention";

const ZONES = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].sort();

/** How a Page is served; a change is kept by one button. */
export function SettingsForm({ page, admin }: { page: Page; admin: boolean }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [zone, setZone] = useState(page.zone);
  const [humanAgent, setHumanAgent] = useState(page.humanAgent);
  const [feedback, setFeedback] = useState(page.responseFeedback);
  const [days, setDays] = useState(page.retentionDays === null ? "" : String(page.retentionDays));
  const retention = retentionOf(days);
  const wanted: PageSettings = {
    zone,
    humanAgent,
    responseFeedback: feedback,
    retentionDays: retention === "bad" ? null : retention,
  };
  const changed = (Object.keys(wanted) as (keyof PageSettings)[]).filter((name) => wanted[name] !== page[name]);
  const save = useMutation({
    mutationFn: () => changePage(page.id, Object.fromEntries(changed.map((name) => [name, wanted[name]]))),
    onSuccess: (saved) => {
      applyPage(client, saved);
      toast("success", t("settings.saved"));
    },
    onError: (error) => toast("error", t("settings.failed"), errorWords(error, t)),
  });

  return (
    <section className="panel" aria-labelledby="settings" data-testid="settings">
      <h2 id="settings" className="panel__title">
        {t("settings.title")}
      </h2>
      <form
        className="panel__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (retention !== "bad" && changed.length > 0) save.mutate();
        }}
      >
        <ComboBox
          id="zone"
          size="md"
          titleText={t("settings.zone")}
          helperText={t("settings.zoneHelp")}
          items={ZONES.includes(zone) ? ZONES : [zone, ...ZONES]}
          selectedItem={zone}
          onChange={({ selectedItem }) => setZone(selectedItem ?? page.zone)}
          disabled={!admin}
        />
        <TextInput
          id="retention"
          size="md"
          inputMode="numeric"
          labelText={t("settings.retention")}
          helperText={t("settings.retentionHelp")}
          value={days}
          onChange={(event) => setDays(event.target.value)}
          invalid={retention === "bad"}
          invalidText={t("settings.retentionBad")}
          disabled={!admin}
          data-testid="retention"
        />
        <Toggle
          id="human-agent"
          size="sm"
          labelText={t("settings.humanAgent")}
          labelA={t("settings.off")}
          labelB={t("settings.on")}
          toggled={humanAgent}
          onToggle={setHumanAgent}
          disabled={!admin}
        />
        <p className="panel__help">{t("settings.humanAgentHelp")}</p>
        <Toggle
          id="feedback"
          size="sm"
          labelText={t("settings.feedback")}
          labelA={t("settings.off")}
          labelB={t("settings.on")}
          toggled={feedback}
          onToggle={setFeedback}
          disabled={!admin}
        />
        <p className="panel__help">{t("settings.feedbackHelp")}</p>
        {admin ? (
          <Button
            type="submit"
            size="md"
            disabled={changed.length === 0 || retention === "bad" || save.isPending}
            data-testid="save-settings"
          >
            {t("settings.save")}
          </Button>
        ) : (
          <p className="panel__note">{t("settings.readOnly")}</p>
        )}
      </form>
    </section>
  );
}
