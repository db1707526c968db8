import { createVNode } from "inferno";
import type { DmnColumn } from "../studio/dmn";

type Business = {
  id: string;
  label?: string;
  name?: string;
  typeRef?: string;
  inputExpression?: { text?: string; typeRef?: string };
};
type HeadProps = { input?: Business; output?: Business; index: number; className?: string };
type Components = { onGetComponent: (type: string, priority: number, give: (asked: Asked) => unknown) => void };
type Asked = { cellType?: string };

/** How columns are headed on the screen; their file stays as it is. */
export type Heads = {
  /** What a column is called, and what is written into it. */
  words: (column: DmnColumn) => { label: string; type: string };
  /** Whether an input is the first that is shown. */
  isFirst: (index: number) => boolean;
  translate: (text: string) => string;
};

const HTML = 1;
const div = (className: string, text: string) => createVNode(HTML, "div", className, text, 0);

/** The heads of dmn-js in the reader's words. */
export function headsModule({ words, isFirst, translate }: Heads): object {
  function Head({ input, output, index, className = "" }: HeadProps) {
    const column = input ?? output;
    if (column === undefined) return null;
    const expression = input === undefined ? (column.name ?? "") : (column.inputExpression?.text ?? "");
    const type = (input === undefined ? column.typeRef : column.inputExpression?.typeRef) ?? "";
    const kind = input === undefined ? "output" : "input";
    const said = words({ label: column.label ?? expression, expression, type });
    const first = input === undefined ? index === 0 : isFirst(index);
    const clause = translate(first ? (input === undefined ? "Then" : "When") : "And");
    return createVNode(
      HTML,
      "th",
      `${className} ${kind}-cell`.trim(),
      [div("clause", clause), div(`${kind}-label`, said.label), div(`${kind}-variable`, said.type)],
      0,
      { "data-col-id": column.id },
      column.id,
    );
  }
  function HeadsInWords(components: Components) {
    components.onGetComponent("cell", 2000, ({ cellType }) =>
      cellType === "input-header" || cellType === "output-header" ? Head : undefined,
    );
  }
  HeadsInWords.$inject = ["components"];
  return { __init__: ["headsInWords"], headsInWords: ["type", HeadsInWords] };
}
