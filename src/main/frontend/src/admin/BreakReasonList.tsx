import { Add, Cafe } from "@carbon/icons-react";
import { Button, Form, TextInput } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
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
  const [said, setSaid] = useState("");
  const rows = useRef<HTMLOListElement>(null);
  const [removed, setRemoved] = useState<{ reason: string; index: number } | null>(null);
  // The button that was pressed is gone with its row.
  useEffect(() => {
    if (removed === null || reasons.includes(removed.reason)) return;
    const buttons = rows.current?.querySelectorAll<HTMLElement>('[data-testid="break-remove"]') ?? [];
    (buttons[Math.min(removed.index, buttons.length - 1)] ?? document.getElementById("new-break"))?.focus();
    setRemoved(null);
  }, [removed, reasons]);
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
  const move = (index: number, by: -1 | 1) => {
    if (save.isPending) return;
    const name = wordsOf(reasons[index] ?? "");
    save.mutate(
      { reasons: moved(reasons, index, by), version },
      { onSuccess: () => setSaid(t("breaks.moved", { name, place: index + by + 1, of: reasons.length })) },
    );
  };
  const remove = (reason: string) => {
    if (save.isPending) return;
    const index = reasons.indexOf(reason);
    save.mutate(
      { reasons: reasons.filter((one) => one !== reason), version },
      {
        onSuccess: () => {
          setRemoved({ reason, index });
          toast("success", t("breaks.removed", { name: wordsOf(reason) }), undefined, {
            label: t("limits.undo"),
            run: () => save.mutate({ reasons, version: version + 1 }),
          });
        },
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
      <p className="visually-hidden" role="status" data-testid="breaks-said">
        {said}
      </p>
      {reasons.length === 0 ? (
        <Empty icon={Cafe} title={t("breaks.none")} detail={t("breaks.noneDetail")} />
      ) : (
        <ol className="pages__rows" ref={rows}>
          {reasons.map((reason, index) => (
            <BreakReasonRow
              key={reason}
              name={wordsOf(reason)}
              first={index === 0}
              last={index === reasons.length - 1}
              onMove={(by) => move(index, by)}
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
