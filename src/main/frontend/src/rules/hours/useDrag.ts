import { type PointerEvent as Pointed, useEffect, useRef, useState } from "react";
import { type Drag, dragged, type Grip, type Spot } from "./drag";
import { DAY } from "./segments";
import type { Range } from "./week";

/** So far a hand moves that only wants to press. */
const STILL_PX = 4;

function spotAt(days: readonly (HTMLElement | null)[], x: number, y: number): Spot | null {
  const boxes = days.map((day) => day?.getBoundingClientRect());
  const away = (box: DOMRect | undefined) =>
    box === undefined ? Number.POSITIVE_INFINITY : Math.max(box.left - x, x - box.right, 0);
  const day = boxes.reduce((best, box, at) => (away(box) < away(boxes[best]) ? at : best), 0);
  const box = boxes[day];
  if (box === undefined || box.height === 0) return null;
  return { day, minute: Math.min(Math.max(((y - box.top) / box.height) * DAY, 0), DAY) };
}

type UseDrag = { onDone: (before: Range | null, after: Range) => void };

/** Follows a pointer over the grid, with what its stretch is meanwhile. */
export function useDrag({ onDone }: UseDrag) {
  const days = useRef<(HTMLElement | null)[]>([]);
  const [drag, setDrag] = useState<Drag | null>(null);
  /** Where it was pressed; until it moves nothing is dragged. */
  const held = useRef<{ grip: Grip; range: Range | null; x: number; y: number } | null>(null);
  const current = useRef<Drag | null>(null);
  const moved = useRef(false);
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    function set(next: Drag | null) {
      current.current = next;
      setDrag(next);
    }
    function onMove(event: PointerEvent) {
      const start = held.current;
      if (start === null) return;
      if (current.current === null && Math.hypot(event.clientX - start.x, event.clientY - start.y) < STILL_PX) return;
      const began = current.current?.began ?? spotAt(days.current, start.x, start.y);
      const at = spotAt(days.current, event.clientX, event.clientY);
      if (began === null || at === null) return;
      moved.current = true;
      set({ grip: start.grip, range: start.range, began, at });
    }
    function end() {
      held.current = null;
      set(null);
    }
    function onUp() {
      const last = current.current;
      end();
      // The click that ends a drag comes before this.
      setTimeout(() => {
        moved.current = false;
      });
      if (last !== null) done.current(last.range, dragged(last));
    }
    function onKey(event: KeyboardEvent) {
      if (event.key === "Escape" && current.current !== null) end();
    }
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", end);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", end);
      window.removeEventListener("keydown", onKey);
    };
  }, []);

  return {
    days,
    drag,
    hold(event: Pointed, grip: Grip, range: Range | null) {
      moved.current = false;
      // A finger on free time scrolls; a tap opens the times.
      if (event.button !== 0 || (grip === "free" && event.pointerType === "touch")) return;
      event.stopPropagation();
      held.current = { grip, range, x: event.clientX, y: event.clientY };
    },
    /** Whether the press that just ended was a drag: the click that follows it means nothing. */
    wasDrag: () => moved.current,
    minuteAt: (event: { clientX: number; clientY: number }) => spotAt(days.current, event.clientX, event.clientY),
  };
}
