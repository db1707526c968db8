package dev.pupitre.story;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** How well a text or a line of a drawn process is told from what lies under it, as WCAG counts it, by the colours the browser came to. */
record DrawnContrast(String element, boolean text, String colour, String ground, double ratio) {
    /** What lies under an element is the smallest shape around it, its own too, or the paper. */
    private static final String MEASURE = """
            () => {
              const drawing = document.querySelector("[data-testid=diagram]");
              const colourOf = (name) => {
                const [r, g, b, a = 1] = name.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
                return a === 0 ? null : [r, g, b];
              };
              const light = (colour) => {
                const [r, g, b] = colour.map((one) => {
                  const part = one / 255;
                  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const ratio = (one, other) => {
                const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
                return (high + 0.05) / (low + 0.05);
              };
              const paper = colourOf(getComputedStyle(drawing).backgroundColor);
              const shapes = [...drawing.querySelectorAll(".djs-shape > .djs-visual > :first-child")]
                .map((node) => ({ node, box: node.getBoundingClientRect(), fill: colourOf(getComputedStyle(node).fill) }))
                .filter(({ node, fill }) => fill !== null && node.matches("rect, circle, polygon"))
                .sort((a, b) => a.box.width - b.box.width);
              const under = (box, without) =>
                shapes.find(
                  ({ node, box: { left, right, top, bottom } }) =>
                    node !== without && left <= box.left && right >= box.right && top <= box.top && bottom >= box.bottom,
                )?.fill ?? paper;
              const found = [];
              const add = (node, text, colour, ground) =>
                found.push({
                  element: node.closest(".djs-element").dataset.elementId,
                  text,
                  colour: colour.join(),
                  ground: ground.join(),
                  ratio: ratio(colour, ground),
                });
              for (const node of drawing.querySelectorAll(".djs-visual text, .djs-visual > *")) {
                const style = getComputedStyle(node);
                const box = node.getBoundingClientRect();
                const text = node.matches("text");
                const colour = colourOf(text ? style.fill : style.stroke);
                if (colour === null || (box.width === 0 && box.height === 0) || (text && node.textContent === "")) continue;
                add(node, text, colour, under(box, text ? undefined : node));
                const inside = shapes.find((shape) => shape.node === node)?.fill;
                if (inside) add(node, text, colour, inside);
              }
              const mark = drawing.querySelector(".bjs-powered-by");
              found.push({
                element: "the mark", text: false, colour: getComputedStyle(mark).color, ground: paper.join(),
                ratio: ratio(colourOf(getComputedStyle(mark).color), paper),
              });
              return found;
            }
            """;

    static List<DrawnContrast> measured(Page page) {
        return ((List<?>) page.evaluate(MEASURE))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one -> new DrawnContrast(
                                String.valueOf(one.get("element")),
                                Boolean.TRUE.equals(one.get("text")),
                                String.valueOf(one.get("colour")),
                                String.valueOf(one.get("ground")),
                                one.get("ratio") instanceof Number ratio ? ratio.doubleValue() : 0))
                        .toList();
    }
}
