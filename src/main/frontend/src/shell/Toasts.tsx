import { ToastNotification } from "@carbon/react";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { useI18n } from "../i18n/i18n";
import { ActionToast } from "./ActionToast";

/** What can be done about it at once, such as taking it back. */
export type ToastAction = { label: string; run: () => void };
export type Toast = { id: number; kind: "success" | "error"; title: string; detail?: string; action?: ToastAction };
type Show = (kind: Toast["kind"], title: string, detail?: string, action?: ToastAction) => void;

const Context = createContext<Show>(() => {});
const SUCCESS_MS = 4_000;
const ERROR_MS = 10_000;
let lastId = 0;
/** So many reports leave room for one more. */
const ROOM = 2;

/** Makes room by what only reports: what can still be undone goes by itself, and not under somebody's finger. */
function withRoom(shown: Toast[]): Toast[] {
  const reports = shown.filter(({ action }) => action === undefined);
  const over = new Set(reports.slice(0, Math.max(0, shown.length - ROOM)));
  return shown.filter((toast) => !over.has(toast));
}

/** Short reports of what was done or refused, at the lower edge of the window: they outlive the screen they are of. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const [toasts, setToasts] = useState<Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Show>((kind, title, detail, action) => {
    const toast: Toast = {
      id: ++lastId,
      kind,
      title,
      ...(detail !== undefined && { detail }),
      ...(action !== undefined && { action }),
    };
    setToasts((shown) => [...withRoom(shown), toast]);
  }, []);

  return (
    <Context.Provider value={show}>
      {children}
      <div className="toasts">
        {toasts.map((toast) =>
          toast.action !== undefined ? (
            <ActionToast key={toast.id} toast={toast} action={toast.action} dismiss={dismiss} />
          ) : (
            <ToastNotification
              key={toast.id}
              kind={toast.kind}
              role={toast.kind === "error" ? "alert" : "status"}
              title={toast.title}
              {...(toast.detail !== undefined && { subtitle: toast.detail })}
              timeout={toast.kind === "error" ? ERROR_MS : SUCCESS_MS}
              aria-label={t("app.dismiss")}
              onClose={() => dismiss(toast.id)}
              lowContrast
            />
          ),
        )}
      </div>
    </Context.Provider>
  );
}

export const useToast = () => useContext(Context);
