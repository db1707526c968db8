import { ActionableNotification } from "@carbon/react";
import { useEffect, useState } from "react";
import { useI18n } from "../i18n/i18n";
import type { Toast, ToastAction } from "./Toasts";

export const ACTION_MS = 10_000;

type Props = { toast: Toast; action: ToastAction; dismiss: (id: number) => void };

/** What can be done about a report: a success stays while somebody is on it, a loss until it is closed. */
export function ActionToast({ toast, action, dismiss }: Props) {
  const { t } = useI18n();
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const { id, kind } = toast;
  const held = pointed || focused || kind === "error";

  useEffect(() => {
    if (held) return;
    const over = setTimeout(() => dismiss(id), ACTION_MS);
    return () => clearTimeout(over);
  }, [held, id, dismiss]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by it, it only waits for who is on it.
    <div
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <ActionableNotification
        kind={kind}
        role={kind === "error" ? "alert" : "status"}
        hasFocus={false}
        inline={false}
        lowContrast
        title={toast.title}
        {...(toast.detail !== undefined && { subtitle: toast.detail })}
        actionButtonLabel={action.label}
        onActionButtonClick={() => {
          action.run();
          dismiss(id);
        }}
        aria-label={t("app.dismiss")}
        onClose={() => dismiss(id)}
        data-testid="toast"
      />
    </div>
  );
}
