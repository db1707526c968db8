import { Add, Cafe } from "@carbon/icons-react";
import { Button, Form, TextInput } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { Refused } from "../api/http";
import { type BreakReasons, KNOWN_REASONS, putBreakReasons } from "../api/presence";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { Empty } from "../shell/Empty";
import { useReasonWords } from "../shell/PresenceSwitch";
import { useToast } from "../shell/Toasts";
import { BreakReasonRow } from "./BreakReasonRow";
import { LONGEST_REASON, MOST_REASONS, moved, reasonFault, storedReason } from "./breakReasons";
import { Loaded } from "./Loaded";
import { adminKeys, breakReasonsQuery } from "./queries";

/** The kinds of breaks agents choose from, in their order; each change counts at once. */
export function BreakReasonList() {
  const { t } = useI18n();
  const listed = useQuery(breakReasonsQuery);
  useEffect(() => {
    document.title = `${t("breaks.title")} – ${t("app.name")}`;
  }, [t]);
  return (
    <>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{t("breaks.title")}</h1>
          <p className="pages__lead">{t("breaks.lead")}</p>
        </div>
      </header>
      <Loaded query={listed} failed={t("breaks.failed")}>
        {(now) => <Editor listed={now} />}
      </Loaded>
    </>
  );
}

function Editor({ listed: { reasons, version } }: { listed: BreakReasons }) {
  const { t } = useI18n();
  const wordsOf = useReasonWords();
  const client = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState("");
  const save = useMutation({
    mutationFn: (wish: BreakReasons) => putBreakReasons(wish),
    onSuccess: (saved, wish) =>
      client.setQueryData<BreakReasons>(adminKeys.breakReasons, { reasons: saved, version: wish.version + 1 }),
    onError: (error) =>
      toast(
        "error",
        t("breaks.notSaved"),
        error instanceof Refused && error.status === 409 ? t("breaks.meanwhile") : errorWords(error, t),
      ),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: adminKeys.breakReasons });
      void client.invalidateQueries({ queryKey: keys.breakReasons });
    },
  });
  const change = (next: string[]) => {
    if (!save.isPending) save.mutate({ reasons: next, version });
  };
  const remove = (reason: string) => {
    if (save.isPending) return;
    save.mutate(
      { reasons: reasons.filter((one) => one !== reason), version },
      {
        onSuccess: () =>
          toast("success", t("breaks.removed", { name: wordsOf(reason) }), undefined, {
            label: t("limits.undo"),
            run: () => save.mutate({ reasons, version: version + 1 }),
          }),
      },
    );
  };
  const fault = reasonFault(reasons, typed, wordsOf);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (fault !== null || save.isPending) return;
    save.mutate(
      { reasons: [...reasons, storedReason(typed, KNOWN_REASONS, wordsOf)], version },
      { onSuccess: () => setTyped("") },
    );
  };

  return (
    <div className="breaks">
      {reasons.length === 0 ? (
        <Empty icon={Cafe} title={t("breaks.none")} detail={t("breaks.noneDetail")} />
      ) : (
        <ol className="pages__rows">
          {reasons.map((reason, index) => (
            <BreakReasonRow
              key={reason}
              name={wordsOf(reason)}
              first={index === 0}
              last={index === reasons.length - 1}
              onMove={(by) => change(moved(reasons, index, by))}
              onRemove={() => remove(reason)}
            />
          ))}
        </ol>
      )}
      <Form className="breaks__add" onSubmit={add}>
        <TextInput
          id="new-break"
          labelText={t("breaks.new")}
          helperText={t("breaks.newHelp", { most: MOST_REASONS })}
          maxLength={LONGEST_REASON}
          value={typed}
          invalid={fault === "there" || fault === "full"}
          invalidText={t(fault === "full" ? "breaks.full" : "breaks.there")}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          type="submit"
          kind="tertiary"
          size="md"
          renderIcon={Add}
          disabled={fault !== null}
          data-testid="add-break"
        >
          {t("breaks.add")}
        </Button>
      </Form>
    </div>
  );
}
