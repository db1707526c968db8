import { Button, Form, InlineNotification, PasswordInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changePassword } from "../api/admin";
import { Refused } from "../api/http";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { useToast } from "../shell/Toasts";
import { adminKeys } from "./queries";

const EMPTY = { current: "", password: "", repeat: "" };
const FIELDS = [
  { name: "current", label: "account.current", hint: "current-password", bad: "account.wrong" },
  { name: "password", label: "users.newPassword", hint: "new-password", bad: "users.badPassword" },
  { name: "repeat", label: "account.repeat", hint: "new-password", bad: "account.differs" },
] as const;

/** Another password, by whoever knows the present one. */
export function PasswordForm() {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState(EMPTY);
  const save = useMutation({
    mutationFn: () => changePassword(typed.current, typed.password),
    onSuccess: () => {
      toast("success", t("account.changed"), t("account.changedDetail"));
      setTyped(EMPTY);
      return client.invalidateQueries({ queryKey: adminKeys.sessions(null) });
    },
  });
  const refused = save.error instanceof Refused ? save.error : null;
  const isBad = (name: keyof typeof EMPTY) =>
    name === "repeat"
      ? typed.repeat !== "" && typed.repeat !== typed.password
      : (refused?.problem.errors?.some(({ field }) => field === name) ?? false);
  const complete = typed.current !== "" && typed.password !== "" && typed.repeat === typed.password;

  return (
    <Form
      className="panel__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) save.mutate();
      }}
    >
      {FIELDS.map(({ name, label, hint, bad }) => (
        <PasswordInput
          key={name}
          id={`account-${name}`}
          labelText={t(label)}
          {...(name === "password" && { helperText: t("users.passwordHelp") })}
          showPasswordLabel={t("login.showPassword")}
          hidePasswordLabel={t("login.hidePassword")}
          autoComplete={hint}
          value={typed[name]}
          invalid={isBad(name)}
          invalidText={t(bad)}
          onChange={(event) => {
            save.reset();
            setTyped({ ...typed, [name]: event.target.value });
          }}
        />
      ))}
      {save.isError && !isBad("current") && !isBad("password") && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("admin.failed")}
          subtitle={refused?.status === 429 ? t("account.throttled") : errorWords(save.error, t)}
        />
      )}
      <Button type="submit" size="md" disabled={!complete || save.isPending} data-testid="save-password">
        {t("account.changePassword")}
      </Button>
    </Form>
  );
}
