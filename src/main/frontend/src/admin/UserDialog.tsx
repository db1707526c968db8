import {
  InlineNotification,
  Modal,
  PasswordInput,
  RadioButton,
  RadioButtonGroup,
  TextInput,
  Toggle,
} from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { addUser, changeUser, type User } from "../api/admin";
import { Refused } from "../api/http";
import type { Me, Role } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { useToast } from "../shell/Toasts";
import { adminKeys } from "./queries";
import { ROLES, RoleChoice } from "./RoleChoice";

const ID = /^[a-z0-9._-]{1,64}$/;

/** Lets somebody in, or changes what they may do. */
export function UserDialog({ me, user, onClose }: { me: Me; user?: User; onClose: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [id, setId] = useState("");
  const [name, setName] = useState(user?.name ?? "");
  const [password, setPassword] = useState("");
  const [program, setProgram] = useState(user?.program ?? false);
  const [roles, setRoles] = useState<readonly Role[]>(user?.roles ?? ["AGENT"]);
  const [enabled, setEnabled] = useState(user?.enabled ?? true);
  const save = useMutation({
    mutationFn: () => {
      const wish = { name: name.trim(), roles: [...roles], ...(password !== "" && !program && { password }) };
      return user === undefined ? addUser({ ...wish, id, program }) : changeUser(user.id, { ...wish, enabled });
    },
    onSuccess: (saved) => {
      toast("success", t("users.saved", { name: saved.name }));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: adminKeys.users }),
  });
  const refused = save.error instanceof Refused ? save.error : null;
  const badPassword = refused?.problem.errors?.some(({ field }) => field === "password") ?? false;
  const taken = refused?.status === 409 && user === undefined;
  const badId = user === undefined && id !== "" && !ID.test(id);
  const isOwn = user?.id === me.id;
  const complete =
    name.trim() !== "" &&
    roles.length > 0 &&
    (user !== undefined || (id !== "" && !badId && (program || password !== "")));

  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={user === undefined ? t("users.new") : t("users.change", { name: user.name })}
      primaryButtonText={t(user === undefined ? "users.add" : "admin.save")}
      primaryButtonDisabled={!complete || save.isPending}
      secondaryButtonText={t("admin.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => save.mutate()}
      selectorPrimaryFocus="#user-name"
      data-testid="user-dialog"
    >
      <div className="admin-form">
        {user === undefined && (
          <RadioButtonGroup
            name="user-kind"
            legendText={t("users.kind")}
            orientation="vertical"
            valueSelected={program ? "program" : "person"}
            onChange={(value) => setProgram(value === "program")}
          >
            <RadioButton id="user-person" value="person" labelText={t("users.person")} />
            <RadioButton id="user-program" value="program" labelText={t("users.aProgram")} />
          </RadioButtonGroup>
        )}
        <TextInput
          id="user-name"
          labelText={t("users.name")}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        {user === undefined && (
          <TextInput
            id="user-id"
            labelText={t("users.id")}
            helperText={t("users.idHelp")}
            value={id}
            maxLength={64}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            invalid={badId || taken}
            invalidText={t(taken ? "users.taken" : "users.badId")}
            onChange={(event) => setId(event.target.value.toLowerCase())}
          />
        )}
        {!program && user?.company !== true && (
          <PasswordInput
            id="user-password"
            labelText={t(user === undefined ? "users.password" : "users.newPassword")}
            helperText={t(user === undefined ? "users.passwordHelp" : "users.newPasswordHelp")}
            showPasswordLabel={t("login.showPassword")}
            hidePasswordLabel={t("login.hidePassword")}
            autoComplete="new-password"
            value={password}
            invalid={badPassword}
            invalidText={t("users.badPassword")}
            onChange={(event) => {
              save.reset();
              setPassword(event.target.value);
            }}
          />
        )}
        <RoleChoice id="user-role" legend={t("users.roles")} offered={ROLES} chosen={roles} onChange={setRoles} />
        {user !== undefined && (
          <div>
            <Toggle
              id="user-enabled"
              labelText={t("users.mayEnter")}
              labelA={t("users.no")}
              labelB={t("users.yes")}
              toggled={enabled}
              disabled={isOwn}
              onToggle={setEnabled}
            />
            <p className="admin-form__help">{t(isOwn ? "users.own" : "users.mayEnterHelp")}</p>
          </div>
        )}
        {save.isError && !badPassword && !taken && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={t("admin.failed")}
            subtitle={refused?.status === 409 ? t("users.own") : errorWords(save.error, t)}
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}
