import { InlineNotification, Modal, Select, SelectItem, TextInput, Toggle } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { makeToken } from "../api/admin";
import type { Role } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { adminKeys, usersQuery } from "./queries";
import { RoleChoice } from "./RoleChoice";
import { TokenMade } from "./TokenMade";

const DAY_MS = 24 * 60 * 60_000;
const TERMS = ["30", "90", "365", ""] as const;
type Term = (typeof TERMS)[number];

type TokenDialogProps = { own: boolean; roles: readonly Role[]; onClose: () => void };

/** Makes a token for oneself or for a program, and shows it this once. */
export function TokenDialog({ own, roles, onClose }: TokenDialogProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const users = useQuery({ ...usersQuery, enabled: !own });
  const programs = users.data?.filter(({ program, enabled }) => program && enabled) ?? [];
  const [name, setName] = useState("");
  const [picked, setPicked] = useState("");
  const [wished, setWished] = useState<readonly Role[]>([]);
  const [readOnly, setReadOnly] = useState(true);
  const [term, setTerm] = useState<Term>("90");
  const user = programs.find(({ id }) => id === picked) ?? programs[0];
  const offered = own ? roles : (user?.roles ?? []);
  const chosen = wished.filter((role) => offered.includes(role));
  const make = useMutation({
    mutationFn: () =>
      makeToken(own, {
        name: name.trim(),
        roles: chosen,
        readOnly,
        expiresAt: term === "" ? null : new Date(Date.now() + Number(term) * DAY_MS).toISOString(),
        ...(!own && user !== undefined && { user: user.id }),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: adminKeys.tokens(own) }),
  });
  const termWords = (one: Term) =>
    one === "" ? t("tokens.forever") : one === "365" ? t("tokens.year") : t("tokens.days", { n: one });

  if (make.data !== undefined) return <TokenMade secret={make.data.secret} onClose={onClose} />;
  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={t("tokens.new")}
      primaryButtonText={t("tokens.make")}
      primaryButtonDisabled={name.trim() === "" || chosen.length === 0 || make.isPending}
      secondaryButtonText={t("admin.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => make.mutate()}
      selectorPrimaryFocus="#token-name"
      data-testid="token-dialog"
    >
      <div className="admin-form">
        <TextInput
          id="token-name"
          labelText={t("tokens.name")}
          helperText={t("tokens.nameHelp")}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        {users.isSuccess && programs.length === 0 && (
          <InlineNotification kind="info" lowContrast hideCloseButton subtitle={t("tokens.noProgram")} />
        )}
        {programs.length > 0 && (
          <Select
            id="token-user"
            labelText={t("tokens.user")}
            helperText={t("tokens.userHelp")}
            value={user?.id ?? ""}
            onChange={(event) => setPicked(event.target.value)}
          >
            {programs.map((one) => (
              <SelectItem key={one.id} value={one.id} text={one.name} />
            ))}
          </Select>
        )}
        {offered.length > 0 && (
          <RoleChoice
            id="token-role"
            legend={t("tokens.roles")}
            offered={offered}
            chosen={chosen}
            onChange={setWished}
          />
        )}
        <div>
          <Toggle
            id="token-read-only"
            labelText={t("tokens.readOnly")}
            labelA={t("users.no")}
            labelB={t("users.yes")}
            toggled={readOnly}
            onToggle={setReadOnly}
          />
          <p className="admin-form__help">{t("tokens.readOnlyHelp")}</p>
        </div>
        <Select
          id="token-term"
          labelText={t("tokens.expires")}
          value={term}
          onChange={(event) => setTerm(event.target.value as Term)}
        >
          {TERMS.map((one) => (
            <SelectItem key={one} value={one} text={termWords(one)} />
          ))}
        </Select>
        {make.isError && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={t("admin.failed")}
            subtitle={errorWords(make.error, t)}
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}
