import type { Step } from "../../api/process";

type Flow = { id: string; source?: { id: string }; target?: { id: string } };

/** The elements on a conversation's way, the flows between them, and where it is now. */
export function passed(steps: readonly Step[], flows: readonly Flow[]) {
  const elements = new Set(steps.map(({ element }) => element));
  return {
    elements: [...elements],
    flows: flows
      .filter(({ source, target }) => source && target && elements.has(source.id) && elements.has(target.id))
      .map(({ id }) => id),
    last: steps.at(-1)?.element,
  };
}
