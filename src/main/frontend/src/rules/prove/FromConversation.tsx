import { Button, Form, TextInput } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { fetchDecisions } from "../../api/finished";
import type { Table, TableName } from "../../api/ruleTables";
import { useStudio } from "../words";
import { CutNotice } from "./CutNotice";
import { conversationOf, cutColumns, type Filled, filledOf, recordedInputs } from "./inputs";

/** The address at which a table is tried with what it was asked in one decision of a conversation. */
export const tryPath = (table: TableName, conversation: string, at: string) =>
  `/rules/${table}/try?${new URLSearchParams({ conversation, at })}`;

/** Fills the form with what the table was asked about a conversation: one that is pasted, or that the address names. */
export function FromConversation({ table, onFilled }: { table: Table; onFilled: (filled: Filled) => void }) {
  const { w } = useStudio();
  const [search] = useSearchParams();
  const named = search.get("conversation");
  const at = search.get("at");
  const [pasted, setPasted] = useState(named ?? "");
  const take = useMutation({
    mutationFn: async (asked: { conversation: string; at: string | null }) => {
      const decisions = (await fetchDecisions(asked.conversation)).filter(
        (decision) => decision.table === table.table && (decision.inputs?.length ?? 0) > 0,
      );
      return decisions.find((decision) => decision.at === asked.at) ?? decisions.at(-1) ?? null;
    },
    onSuccess: (decision) => decision !== null && onFilled(filledOf(table, recordedInputs(table, decision))),
  });
  const { mutate } = take;
  // Who comes from a conversation has said which.
  useEffect(() => {
    if (named !== null) mutate({ conversation: named, at });
  }, [named, at, mutate]);
  const cut = take.data ? cutColumns(take.data) : [];
  const fault = take.isError ? w("try.noConversation") : take.data === null ? w("try.noDecision") : undefined;
  return (
    <Form
      className="try__from"
      onSubmit={(event) => {
        event.preventDefault();
        if (pasted.trim() !== "") mutate({ conversation: conversationOf(pasted), at: null });
      }}
    >
      <TextInput
        id="try-conversation"
        size="md"
        labelText={w("try.conversation")}
        placeholder={w("try.conversationHint")}
        value={pasted}
        invalid={fault !== undefined}
        invalidText={fault}
        onChange={(event) => setPasted(event.target.value)}
      />
      <Button type="submit" kind="tertiary" size="md" disabled={take.isPending || pasted.trim() === ""}>
        {w("try.take")}
      </Button>
      <CutNotice columns={cut} />
    </Form>
  );
}
