import { Add, UserMultiple } from "@carbon/icons-react";
import { Button, Search, Select, SelectItem } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { User } from "../api/admin";
import type { Me, Role } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { fits } from "../shell/fits";
import { Loaded } from "./Loaded";
import { usersQuery } from "./queries";
import { ROLES } from "./RoleChoice";
import { SessionsDialog } from "./SessionsDialog";
import { UserDialog } from "./UserDialog";
import { UserRow } from "./UserRow";

type State = "" | "enabled" | "disabled";
type Asking = { kind: "new" } | { kind: "change" | "sessions"; user: User };

/** Everyone who may use Pupitre, found by name, role and state. */
export function UserList({ me }: { me: Me }) {
  const { t, tn } = useI18n();
  const users = useQuery(usersQuery);
  const [typed, setTyped] = useState("");
  const [role, setRole] = useState<Role | "">("");
  const [state, setState] = useState<State>("");
  const [asking, setAsking] = useState<Asking | null>(null);
  useEffect(() => {
    document.title = `${t("users.title")} – ${t("app.name")}`;
  }, [t]);
  const close = () => setAsking(null);
  const isShown = (user: User) =>
    (fits(user.name, typed) || fits(user.id, typed)) &&
    (role === "" || user.roles.includes(role)) &&
    (state === "" || user.enabled === (state === "enabled"));

  return (
    <>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{t("users.title")}</h1>
          <p className="pages__lead">
            {t("users.lead")} {t("users.teamsHint")}{" "}
            <Link to="/teams" className="link">
              {t("users.teams")}
            </Link>
            .
          </p>
        </div>
        <Button size="md" renderIcon={Add} onClick={() => setAsking({ kind: "new" })} data-testid="new-user">
          {t("users.new")}
        </Button>
      </header>
      <div className="filters">
        <Search
          id="user-search"
          size="md"
          labelText={t("users.search")}
          placeholder={t("users.search")}
          closeButtonLabelText={t("transfer.clear")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          id="filter-role"
          size="md"
          labelText={t("users.role")}
          value={role}
          onChange={(event) => setRole(event.target.value as Role | "")}
        >
          <SelectItem value="" text={t("users.everyRole")} />
          {ROLES.map((one) => (
            <SelectItem key={one} value={one} text={t(`role.${one}`)} />
          ))}
        </Select>
        <Select
          id="filter-state"
          size="md"
          labelText={t("users.state")}
          value={state}
          onChange={(event) => setState(event.target.value as State)}
        >
          <SelectItem value="" text={t("users.everyState")} />
          <SelectItem value="enabled" text={t("users.enabled")} />
          <SelectItem value="disabled" text={t("users.disabled")} />
        </Select>
      </div>
      <Loaded query={users} failed={t("users.failed")}>
        {(everyone) => {
          const shown = everyone.filter(isShown);
          return shown.length === 0 ? (
            <Empty icon={UserMultiple} title={t("users.none")} detail={t("users.noneDetail")} />
          ) : (
            <>
              <ul className="pages__rows">
                {shown.map((user) => (
                  <UserRow
                    key={user.id}
                    user={user}
                    onChange={() => setAsking({ kind: "change", user })}
                    onSessions={() => setAsking({ kind: "sessions", user })}
                  />
                ))}
              </ul>
              <p className="filters__count" role="status">
                {tn("users.count", shown.length)}
              </p>
            </>
          );
        }}
      </Loaded>
      {asking?.kind === "new" && <UserDialog me={me} onClose={close} />}
      {asking?.kind === "change" && <UserDialog me={me} user={asking.user} onClose={close} />}
      {asking?.kind === "sessions" && <SessionsDialog user={asking.user} onClose={close} />}
    </>
  );
}
