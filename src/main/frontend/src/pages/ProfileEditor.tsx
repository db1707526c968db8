import { Button, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type MessengerProfile, type Page, putProfile } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";
import { BreakerFields } from "./BreakerFields";
import { GreetingFields } from "./GreetingFields";
import { MenuFields } from "./MenuFields";
import { faultOf, LIMITS, type ProfileRows, profileOf, rowsOf } from "./profileForm";

type ProfileEditorProps = { page: Page; profile: MessengerProfile; admin: boolean };

/** Greeting, first button, first questions and menu; saving pushes them to Facebook. */
export function ProfileEditor({ page, profile, admin }: ProfileEditorProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [rows, setRows] = useState<ProfileRows>(() => rowsOf(profile));
  const [tried, setTried] = useState(false);
  const change = (changes: Partial<ProfileRows>) => setRows({ ...rows, ...changes });
  const fault = faultOf(rows);
  const save = useMutation({
    mutationFn: () => putProfile(page.id, profileOf(rows)),
    onSuccess: (saved) => {
      client.setQueryData(keys.profile(page.id), saved);
      toast("success", t("profile.saved"));
    },
    onError: (error) => toast("error", t("profile.saveFailed"), errorWords(error, t)),
  });

  return (
    <form
      className="panel__form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (fault === null) save.mutate();
      }}
    >
      <fieldset className="profile" disabled={!admin}>
        <GreetingFields rows={rows.greetings} onChange={(greetings) => change({ greetings })} />
        <div className="profile__part">
          <TextInput
            id="get-started"
            size="md"
            labelText={t("profile.start")}
            helperText={t("profile.startHelp")}
            value={rows.getStarted}
            maxLength={LIMITS.payload}
            onChange={(event) => change({ getStarted: event.target.value })}
          />
        </div>
        <BreakerFields rows={rows.iceBreakers} onChange={(iceBreakers) => change({ iceBreakers })} />
        <MenuFields rows={rows.menu} onChange={(menu) => change({ menu })} />
      </fieldset>
      {tried && fault !== null && (
        <p className="dialog__fault" role="alert">
          {t(`profile.${fault}`)}
        </p>
      )}
      {admin ? (
        <Button type="submit" size="md" disabled={save.isPending} data-testid="save-profile">
          {t("profile.save")}
        </Button>
      ) : (
        <p className="panel__note">{t("settings.readOnly")}</p>
      )}
    </form>
  );
}
