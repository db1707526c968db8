import { Button, Form, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { rename, type User } from "../api/admin";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";
import { adminKeys } from "./queries";

/** By what name others see one. */
export function NameForm({ own }: { own: User }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(own.name);
  const save = useMutation({
    mutationFn: () => rename(name.trim()),
    onSuccess: () => toast("success", t("account.renamed")),
    onError: (error) => toast("error", t("admin.failed"), errorWords(error, t)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: adminKeys.account });
      void client.invalidateQueries({ queryKey: keys.me });
    },
  });
  return (
    <Form
      className="panel__form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        id="account-name"
        labelText={t("users.name")}
        helperText={t("account.nameHelp")}
        value={name}
        maxLength={100}
        autoComplete="name"
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        type="submit"
        size="md"
        disabled={name.trim() === "" || name.trim() === own.name || save.isPending}
        data-testid="save-name"
      >
        {t("admin.save")}
      </Button>
    </Form>
  );
}
