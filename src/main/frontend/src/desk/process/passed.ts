import type { Step } from "../../api/process";

type Flow = { id: string; source: string; target: string };
/** An event at the edge of an activity, which goes on from there when it happens. */
type Edge = { id: string; host: string };

/** The elements on a conversation's way, the flows it took between them, and where it is now. */
export function passed(steps: readonly Step[], flows: readonly Flow[], edges: readonly Edge[]) {
  const way = steps.map(({ element }) => element);
  const taken = new Set<string>();
  way.forEach((source, index) => {
    // Of several ways out it took the one whose end comes first afterwards; all others were taken before, or never.
    let next: { flow: string; at: number } | undefined;
    for (const flow of flows) {
      const at = flow.source === source ? way.indexOf(flow.target, index + 1) : -1;
      if (at >= 0 && (next === undefined || at < next.at)) next = { flow: flow.id, at };
    }
    if (next === undefined) return;
    const between = new Set(way.slice(index + 1, next.at));
    if (!edges.some(({ id, host }) => host === source && between.has(id))) taken.add(next.flow);
  });
  return { elements: [...new Set(way)], flows: [...taken], last: way.at(-1) };
}
