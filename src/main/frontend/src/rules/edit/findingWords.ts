import type { Finding } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import type { Studio } from "../words";

/** A column as it is headed; the first input is 1, outputs follow the inputs. */
export const columnName = (table: Pick<Table, "inputs" | "outputs">, column: number): string =>
  [...table.inputs, ...table.outputs][column - 1]?.label ?? String(column);

/** What was found, in the reader's language where there are words for it. */
export const findingWords = ({ code, params, message }: Finding, { known }: Studio): string =>
  known(`finding.${code}${detailOf(code, params)}`, params) ?? known(`finding.${code}`, params) ?? message;

/** Where reading has stopped, or what a cell ought to say, if that is known. */
function detailOf(code: string, { at, near, expected }: Finding["params"]): string {
  if (code === "WRONG_TYPE") return `.${expected}`;
  return code !== "FEEL" || at === undefined ? "" : near === "" ? ".end" : ".at";
}

export function placeWords({ row, column }: Finding, table: Table, { w }: Studio): string | null {
  if (row === null) return null;
  return column === null ? w("findings.atRow", { row }) : w("findings.at", { row, column: columnName(table, column) });
}
