/** A table as its file has it; cells are inputs, then outputs. */
export type DmnRow = { id: string; annotation: string; cells: string[] };
export type DmnColumn = { label: string; expression: string; type: string };
export type DmnTable = { inputs: DmnColumn[]; outputs: DmnColumn[]; rows: DmnRow[] };

const childrenOf = (element: Element, name: string) =>
  [...element.children].filter((child) => child.localName === name);
const textOf = (element: Element | undefined, name: string) =>
  (element === undefined ? undefined : childrenOf(element, name)[0])?.textContent?.trim() ?? "";

function inputOf(input: Element): DmnColumn {
  const expression = childrenOf(input, "inputExpression")[0];
  return {
    label: input.getAttribute("label") ?? textOf(expression, "text"),
    expression: textOf(expression, "text"),
    type: expression?.getAttribute("typeRef") ?? "",
  };
}

function outputOf(output: Element): DmnColumn {
  const name = output.getAttribute("name") ?? "";
  return { label: output.getAttribute("label") ?? name, expression: name, type: output.getAttribute("typeRef") ?? "" };
}

/** Reads the decision table of a file; null where there is none. */
export function readDmn(xml: string): DmnTable | null {
  const file = new DOMParser().parseFromString(xml, "application/xml");
  if (file.getElementsByTagName("parsererror").length > 0) return null;
  const table = file.getElementsByTagNameNS("*", "decisionTable")[0];
  if (table === undefined) return null;
  return {
    inputs: childrenOf(table, "input").map(inputOf),
    outputs: childrenOf(table, "output").map(outputOf),
    rows: childrenOf(table, "rule").map((rule) => ({
      id: rule.getAttribute("id") ?? "",
      annotation: textOf(rule, "description"),
      cells: [...childrenOf(rule, "inputEntry"), ...childrenOf(rule, "outputEntry")].map((cell) =>
        textOf(cell, "text"),
      ),
    })),
  };
}

export const isAny = (cell: string) => cell === "" || cell === "-";
