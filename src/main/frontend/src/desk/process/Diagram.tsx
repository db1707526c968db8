import { Add, FitToScreen, Subtract } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import Viewer from "bpmn-js/lib/NavigatedViewer";
import { useEffect, useRef, useState } from "react";
import type { Step } from "../../api/process";
import { useI18n } from "../../i18n/i18n";
import { processFr } from "../../i18n/process.fr";
import { passed } from "./passed";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";

type Canvas = {
  addMarker: (element: string, marker: string) => void;
  zoom: (to: "fit-viewport", center: "auto") => void;
  scrollToElement: (element: string, padding: number) => void;
};
/** The model as it was read, before it is drawn. */
type Bounds = { x: number; width: number };
type Named = { name?: string };
type Drawn = { bpmnElement?: Named; label?: { bounds?: Bounds } };
type Read = { elementsById?: Record<string, Named & Drawn> };
type ZoomScroll = { stepZoom: (by: number) => void };
type Registry = { get: (id: string) => unknown; filter: (fits: (element: Shape) => boolean) => Shape[] };
type Shape = { id: string; source?: { id: string }; target?: { id: string }; host?: { id: string } };

/** In the colours of the theme, which the style sheet knows. */
const COLOURS = {
  defaultFillColor: "var(--process-paper)",
  defaultStrokeColor: "var(--process-ink)",
  defaultLabelColor: "var(--process-ink)",
};

const LETTERS = { defaultStyle: { fontFamily: '"IBM Plex Sans", sans-serif' } };

const LETTER_WIDTH = 7;
const WIDEST_LABEL = 90;

/** The room for a label is that of its English words; longer ones would be broken in their middle. */
function widen(bounds: Bounds | undefined, words: string) {
  if (bounds === undefined) return;
  const together = words.includes("\u00a0") ? [words] : words.split(" ");
  const longest = Math.max(...together.map(({ length }) => length));
  const more = Math.min(longest * LETTER_WIDTH, WIDEST_LABEL) - bounds.width;
  if (more <= 0) return;
  bounds.x -= more / 2;
  bounds.width += more;
}

function translate({ elementsById = {} }: Read) {
  for (const element of Object.values(elementsById)) {
    if (element.name !== undefined) element.name = processFr[element.name] ?? element.name;
  }
  for (const { bpmnElement, label } of Object.values(elementsById)) widen(label?.bounds, bpmnElement?.name ?? "");
}

const zoomBy = (by: number) => (viewer: Viewer) => viewer.get<ZoomScroll>("zoomScroll").stepZoom(by);
const ZOOMS = [
  { word: "process.larger", icon: Add, zoom: zoomBy(1) },
  { word: "process.smaller", icon: Subtract, zoom: zoomBy(-1) },
  {
    word: "process.whole",
    icon: FitToScreen,
    zoom: (viewer: Viewer) => viewer.get<Canvas>("canvas").zoom("fit-viewport", "auto"),
  },
] as const;

/** The process as it is drawn, with the way of one conversation on it; it can be moved and enlarged, not changed. */
export function Diagram({ xml, steps, at }: { xml: string; steps: readonly Step[]; at: string | null }) {
  const { t, language } = useI18n();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const viewer = useRef<Viewer | null>(null);

  useEffect(() => {
    if (place.current === null) return;
    const drawn = new Viewer({ container: place.current, bpmnRenderer: COLOURS, textRenderer: LETTERS });
    if (language === "fr") drawn.on("import.parse.complete", translate);
    viewer.current = drawn;
    let here = true;
    drawn
      .importXML(xml)
      .then(() => {
        if (!here) return;
        const canvas = drawn.get<Canvas>("canvas");
        const registry = drawn.get<Registry>("elementRegistry");
        const shapes = registry.filter(() => true);
        const way = passed(
          steps,
          shapes.flatMap(({ id, source, target }) =>
            source && target ? [{ id, source: source.id, target: target.id }] : [],
          ),
          shapes.flatMap(({ id, host }) => (host ? [{ id, host: host.id }] : [])),
        );
        for (const id of way.elements) if (registry.get(id) !== undefined) canvas.addMarker(id, "way");
        for (const id of way.flows) canvas.addMarker(id, "way");
        if (way.last !== undefined && registry.get(way.last) !== undefined) canvas.addMarker(way.last, "way-end");
        canvas.zoom("fit-viewport", "auto");
      })
      .catch(() => here && setFailed(true));
    return () => {
      here = false;
      viewer.current = null;
      drawn.destroy();
    };
  }, [xml, steps, language]);

  useEffect(() => {
    if (at === null || viewer.current === null) return;
    const registry = viewer.current.get<Registry>("elementRegistry");
    if (registry.get(at) !== undefined) viewer.current.get<Canvas>("canvas").scrollToElement(at, 120);
  }, [at]);

  return (
    <>
      {failed && <p role="alert">{t("process.failed")}</p>}
      <section className="process__drawing" aria-label={t("process.diagram")}>
        <div ref={place} className="process__diagram" data-testid="diagram" />
        <div className="process__zoom">
          {ZOOMS.map(({ word, icon: Icon, zoom }) => (
            <IconButton
              key={word}
              kind="ghost"
              size="sm"
              align="left"
              label={t(word)}
              onClick={() => viewer.current !== null && zoom(viewer.current)}
            >
              <Icon />
            </IconButton>
          ))}
        </div>
      </section>
    </>
  );
}
