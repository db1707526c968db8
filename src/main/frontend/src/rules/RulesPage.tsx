import { useParams } from "react-router";
import { TABLES } from "../api/ruleTables";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { maySeeRules } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { RulesHome } from "./RulesHome";
import { TablePage } from "./studio/TablePage";
import { isTab } from "./studio/tabs";
import { WhyPage } from "./why/WhyPage";
import "../styles/campaigns.scss";
import "../styles/rules-studio.scss";

/** The tables of rules, or one of them. */
export default function RulesPage() {
  const { t } = useI18n();
  const params = useParams();
  const table = TABLES.find((one) => one === params.table);
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>
          {!maySeeRules(me) ? (
            <Empty title={t("rules.notAllowed")} />
          ) : params.table === "why" && params.tab !== undefined ? (
            <WhyPage key={params.tab} me={me} id={params.tab} />
          ) : table === undefined ? (
            <RulesHome me={me} />
          ) : (
            <TablePage key={table} me={me} name={table} tab={isTab(params.tab) ? params.tab : "table"} />
          )}
        </Workplace>
      )}
    </SignedIn>
  );
}
