import { Add, Password } from "@carbon/icons-react";
import { Button, Modal } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { revokeToken, type Token } from "../api/admin";
import type { Role } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { Empty } from "../shell/Empty";
import { useToast } from "../shell/Toasts";
import { Loaded } from "./Loaded";
import { adminKeys, tokensQuery } from "./queries";
import { TokenDialog } from "./TokenDialog";
import { TokenRow } from "./TokenRow";

/** One's own tokens, which have at most these roles, or everybody's. */
export function TokenList({ own, roles }: { own: boolean; roles: readonly Role[] }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const tokens = useQuery(tokensQuery(own));
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const revoke = useMutation({
    mutationFn: (token: Token) => revokeToken(own, token.id),
    onSuccess: (_, { name }) => toast("success", t("tokens.revoked", { name })),
    onError: (error) => toast("error", t("admin.failed"), errorWords(error, t)),
    onSettled: () => {
      setRevoking(null);
      return client.invalidateQueries({ queryKey: adminKeys.tokens(own) });
    },
  });
  useEffect(() => {
    if (!own) document.title = `${t("tokens.title")} – ${t("app.name")}`;
  }, [own, t]);
  const Title = own ? "h2" : "h1";

  return (
    <>
      <header className="pages__head">
        <div className="pages__who">
          <Title className={own ? "panel__title" : "pages__title"}>{t(own ? "tokens.own" : "tokens.title")}</Title>
          <p className="pages__lead">{t(own ? "tokens.ownLead" : "tokens.lead")}</p>
        </div>
        <Button
          kind={own ? "tertiary" : "primary"}
          size="md"
          renderIcon={Add}
          onClick={() => setMaking(true)}
          data-testid="new-token"
        >
          {t("tokens.new")}
        </Button>
      </header>
      <Loaded query={tokens} failed={t("tokens.failed")}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={Password} title={t("tokens.none")} detail={t("tokens.noneDetail")} />
          ) : (
            <ul className="pages__rows">
              {all.map((token) => (
                <TokenRow key={token.id} token={token} own={own} onRevoke={() => setRevoking(token)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {making && <TokenDialog own={own} roles={roles} onClose={() => setMaking(false)} />}
      {revoking !== null &&
        createPortal(
          <Modal
            open
            danger
            size="xs"
            modalHeading={t("tokens.revokeAsk", { name: revoking.name })}
            primaryButtonText={t("tokens.revoke")}
            primaryButtonDisabled={revoke.isPending}
            secondaryButtonText={t("admin.cancel")}
            closeButtonLabel={t("app.close")}
            onRequestClose={() => setRevoking(null)}
            onRequestSubmit={() => revoke.mutate(revoking)}
            data-testid="revoke-dialog"
          >
            <p>{t("tokens.revokeDetail")}</p>
          </Modal>,
          document.body,
        )}
    </>
  );
}
