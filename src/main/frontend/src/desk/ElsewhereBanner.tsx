import { ArrowRight } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import type { Conversation } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { appName } from "./content/happening";
import { useThreadControl } from "./useThreadControl";

/** Says that others answer this customer at present, and takes the thread back. */
export function ElsewhereBanner({ conversation, mayTake }: { conversation: Conversation; mayTake: boolean }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const control = useThreadControl(conversation.id);
  const { elsewhere } = conversation;
  if (elsewhere === null) return null;
  const app = appName(elsewhere.app, i18n);
  return (
    <div className="elsewhere" role="status" data-testid="elsewhere">
      <ArrowRight size={16} />
      <p>
        {t("elsewhere.banner", {
          app: app.charAt(0).toLocaleUpperCase() + app.slice(1),
          when: formats.moment(elsewhere.since),
        })}
      </p>
      {mayTake && (
        <Button
          size="sm"
          kind="tertiary"
          onClick={() => control.mutate("TAKE")}
          disabled={control.isPending}
          data-testid="take-back"
        >
          {t("elsewhere.take")}
        </Button>
      )}
    </div>
  );
}
