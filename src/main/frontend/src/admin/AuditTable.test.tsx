import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { AuditEntry } from "../api/admin";
import { I18nProvider } from "../i18n/i18n";
import { AuditTable } from "./AuditTable";

const made: AuditEntry = {
  id: "1",
  at: "2026-11-22T19:50:26Z",
  by: "admin",
  name: "Ada Admin",
  token: null,
  address: "127.0.0.1",
  act: "TOKEN_MADE",
  area: "TOKENS",
  subject: "warehouse",
  changes: [
    { field: "roles", before: "AGENT", after: "AGENT, ANALYST" },
    { field: "readOnly", before: null, after: "true" },
    { field: "expiresAt", before: null, after: "2027-02-20T12:50:26.169Z" },
  ],
  outcome: "DONE",
  status: 201,
};

it.each([
  ["en", "Roles: Agent → Agent, Analyst", "Only reads: yes", "Valid until: 20 February 2027 at"],
  ["fr", "Rôles : Agent → Agent, Analyste", "Lecture seule : oui", "Valable jusqu’au : 20 février 2027 à"],
])("says what was changed in the reader's language: %s", (language, ...changes) => {
  localStorage.setItem("pupitre.language", language);

  render(
    <I18nProvider>
      <AuditTable acts={[made]} />
    </I18nProvider>,
  );

  for (const change of changes) expect(screen.getByTestId("act")).toHaveTextContent(change);
});
