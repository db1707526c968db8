import { Link } from "react-router";
import { useI18n } from "../i18n/i18n";
import { Empty } from "./Empty";

export function NotFound() {
  const { t } = useI18n();
  return (
    <main className="whole-page">
      <Empty title={t("app.notFound")}>
        <Link to="/" className="link">
          {t("app.toStart")}
        </Link>
      </Empty>
    </main>
  );
}
