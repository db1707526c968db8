import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { Refused } from "../../api/http";
import { createDraft, deleteDraft, type TableName } from "../../api/ruleTables";
import { errorWords } from "../../i18n/reasons";
import { refreshTable } from "../../live/rules";
import { useToast } from "../../shell/Toasts";
import { type Studio, useStudio } from "../words";

export const draftPath = (table: TableName, id: string) =>
  `/rules/${table}/draft?${new URLSearchParams({ draft: id })}`;

/** Why a file or a table was refused: with the line, where it is known, and in the reader's language. */
export function refusalWords(error: Error, studio: Studio): string {
  if (!(error instanceof Refused)) return errorWords(error, studio.t);
  const { code, line } = error.problem as { code?: string; line?: number };
  const reason = studio.known(`refused.${code}`) ?? errorWords(error, studio.t);
  return line === undefined ? reason : studio.w("drafts.line", { line, reason });
}

/** What can be done with drafts as a whole. */
export function useDraftCalls(table: TableName) {
  const studio = useStudio();
  const { w } = studio;
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const onError = (error: Error) => toast("error", w("drafts.callFailed"), refusalWords(error, studio));

  const create = useMutation({
    mutationFn: (from: { dmn?: string; basedOn?: number }) => createDraft(table, from),
    onSuccess: ({ id, renamed }) => {
      refreshTable(client, table);
      if (renamed !== undefined) toast("success", w("drafts.imported"), w("drafts.renamed", { before: renamed }));
      void navigate(draftPath(table, id));
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: (id: string) => deleteDraft(table, id),
    onSuccess: () => {
      refreshTable(client, table);
      toast("success", w("drafts.deleted"));
      void navigate(`/rules/${table}/draft`);
    },
    onError,
  });
  return { create, remove };
}
