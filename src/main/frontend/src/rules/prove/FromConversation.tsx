import { Button, Form, TextInput } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { fetchDecisions } from "../../api/finished";
import type { Table } from "../../api/ruleTables";
import { useStudio } from "../words";
import { CutNotice } from "./CutNotice";
import { conversationOf, cutColumns, type Filled, filledOf, recordedInputs } from "./inputs";

/** Fills the form with what the table was asked about a conversation. */
export function FromConversation({ table, onFilled }: { table: Table; onFilled: (filled: Filled) => void }) {
  const { w } = useStudio();
  const [pasted, setPasted] = useState("");
  const take = useMutation({
    mutationFn: async () => {
      const decisions = await fetchDecisions(conversationOf(pasted));
      return (
        decisions.findLast((decision) => decision.table === table.table && (decision.inputs?.length ?? 0) > 0) ?? null
      );
    },
    onSuccess: (decision) => decision !== null && onFilled(filledOf(table, recordedInputs(table, decision))),
  });
  const cut = take.data ? cutColumns(take.data) : [];
  const fault = take.isError ? w("try.noConversation") : take.data === null ? w("try.noDecision") : undefined;
  return (
    <Form
      className="try__from"
      onSubmit={(event) => {
        event.preventDefault();
        if (pasted.trim() !== "") take.mutate();
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
