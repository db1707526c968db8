import { ActionableNotification } from "@carbon/react";
import { useEffect, useState } from "react";
import { useI18n } from "../i18n/i18n";
import type { Toast, ToastAction } from "./Toasts";

export const ACTION_MS = 10_000;

type Props = { toast: Toast; action: ToastAction; dismiss: (id: number) => void };

/** What was done, and what can be done about it: it stays for as long as the pointer or the focus is on it. */
export function ActionToast({ toast, action, dismiss }: Props) {
  const { t } = useI18n();
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;
  const { id } = toast;

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
        kind={toast.kind}
        role="status"
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
