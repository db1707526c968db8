import { useEffect, useState } from "react";
import type { Customer } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";

/** Sender actions: typing is shown for at most 20 seconds. */
const SHOWS_MS = 20_000;

/** Three dots while somebody at the Page types. */
export function Typing({ customer, pageName }: { customer: Customer; pageName: string }) {
  const { t } = useI18n();
  const [over, setOver] = useState(false);
  useEffect(() => {
    setOver(false);
    if (!customer.typing) return;
    const end = setTimeout(() => setOver(true), SHOWS_MS);
    return () => clearTimeout(end);
  }, [customer]);
  if (!customer.typing || over) return null;
  return (
    <p className="typing" role="status" data-testid="sandbox-typing">
      <span className="visually-hidden">{t("sandbox.typing", { name: pageName })}</span>
      <span className="typing__dot" />
      <span className="typing__dot" />
      <span className="typing__dot" />
    </p>
  );
}
