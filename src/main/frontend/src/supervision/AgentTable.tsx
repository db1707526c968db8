import { Search, Table, TableBody, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useState } from "react";
import type { CampaignRow, AgentRow as Row } from "../api/board";
import { useI18n } from "../i18n/i18n";
import { AgentRow } from "./AgentRow";

const COLUMNS = ["name", "status", "where", "active", "completed", "average", "settings"] as const;
const NUMBERS: readonly string[] = ["completed", "average"];
/** Below this the eye finds a name by itself. */
const SEARCH_FROM = 8;

const bare = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Who answers: whether they are there, where, with how much, and what they have done today. */
export function AgentTable({ agents, campaigns }: { agents: Row[]; campaigns: CampaignRow[] }) {
  const { t } = useI18n();
  const [wanted, setWanted] = useState("");
  const shown = agents.filter(({ name, id }) => bare(`${name} ${id}`).includes(bare(wanted.trim())));
  return (
    <section className="board__part">
      <div className="board__head">
        <h2 className="board__title">{t("monitor.agents")}</h2>
        {agents.length >= SEARCH_FROM && (
          <Search
            size="sm"
            labelText={t("monitor.searchAgent")}
            placeholder={t("monitor.searchAgent")}
            closeButtonLabelText={t("app.dismiss")}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className="board__none">{t(agents.length === 0 ? "monitor.noAgents" : "monitor.noSuchAgent")}</p>
      ) : (
        <div className="board__scroll">
          <Table size="md" aria-label={t("monitor.agents")}>
            <TableHead>
              <TableRow>
                {COLUMNS.map((column) => (
                  <TableHeader key={column} className={NUMBERS.includes(column) ? "board__number" : ""}>
                    {column === "settings" ? (
                      <span className="visually-hidden">{t("agentColumn.settings")}</span>
                    ) : (
                      t(`agentColumn.${column}`)
                    )}
                  </TableHeader>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((agent) => (
                <AgentRow key={agent.id} agent={agent} campaigns={campaigns} />
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </section>
  );
}
