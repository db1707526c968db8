import { Select, SelectItem, TextArea } from "@carbon/react";
import { useState } from "react";
import type { Column } from "../../api/ruleTables";
import { type Condition, readCell, writeCell } from "../studio/condition";
import { useStudio } from "../words";
import { BooleanFields, DateFields, HourFields, NumberFields, ValueFields, WordFields } from "./ConditionFields";
import { OutputFields } from "./OutputFields";
import { asAsked, begin, letterHelp, type Way, wayOf, waysOf } from "./ways";

type CellHelperProps = { column: Column; output: boolean; text: string; onWrite: (text: string) => void };

/** Writes FEEL for those who do not know it; it is made anew for each cell. */
export function CellHelper({ column, output, text, onWrite }: CellHelperProps) {
  const { w } = useStudio();
  return (
    <div className="helper" data-testid="cell-helper">
      {output ? (
        <OutputFields column={column} text={text} onWrite={onWrite} />
      ) : (
        <InputHelper column={column} text={text} onWrite={onWrite} />
      )}
      <TextArea
        id="helper-feel"
        rows={3}
        className="helper__feel"
        labelText={w("helper.written")}
        helperText={w("helper.writtenHelp")}
        value={text}
        onChange={(event) => onWrite(event.target.value)}
      />
    </div>
  );
}

function InputHelper({ column, text, onWrite }: Omit<CellHelperProps, "output">) {
  const { w } = useStudio();
  const [said, setSaid] = useState<{ way: Way; condition: Condition }>(() => ({
    way: wayOf(text, column),
    condition: readCell(text),
  }));
  // What was typed into the cell itself counts as soon as it is not what the helper has written.
  const write = (condition: Condition) => writeCell(asAsked(condition, column));
  const own = write(said.condition);
  const typed = text !== own && !(own === "-" && text === "");
  const shown = typed && said.way !== "feel" ? { way: wayOf(text, column), condition: readCell(text) } : said;

  function say(way: Way, condition: Condition) {
    setSaid({ way, condition });
    if (way !== "feel") onWrite(write(condition));
  }

  const { way, condition } = shown;
  const change = (changed: Condition) => say(way, changed);
  return (
    <>
      <Select
        id="helper-way"
        labelText={w("helper.way")}
        value={way}
        onChange={(event) => {
          const chosen = event.target.value as Way;
          say(chosen, begin(chosen, readCell(text)));
        }}
      >
        {waysOf(column).map((one) => (
          <SelectItem key={one} value={one} text={w(`helper.${one}`)} />
        ))}
      </Select>
      {way !== "feel" && condition.kind === "words" && (
        <WordFields key={way} condition={condition} onChange={change} letters={letterHelp(column)} />
      )}
      {way !== "feel" && condition.kind === "values" && (
        <ValueFields
          key={way}
          condition={condition}
          onChange={change}
          choices={column.choices}
          way={way}
          letters={letterHelp(column)}
        />
      )}
      {condition.kind === "hours" && <HourFields condition={condition} onChange={change} />}
      {condition.kind === "dates" && <DateFields condition={condition} onChange={change} />}
      {condition.kind === "number" && way === "number" && <NumberFields condition={condition} onChange={change} />}
      {condition.kind === "boolean" && way === "boolean" && <BooleanFields condition={condition} onChange={change} />}
    </>
  );
}
