package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The models as they are drawn: no line goes across another. */
class DiagramTests {
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";

    private record Line(String flow, Point2D from, Point2D to) {
        boolean crosses(Line other) {
            return !flow.equals(other.flow) && parts(other.from, other.to) && other.parts(from, to);
        }

        /** Whether they are on different sides of it; lines that meet or share a stretch do not cross. */
        private boolean parts(Point2D one, Point2D another) {
            return side(one) * side(another) < 0;
        }

        private int side(Point2D point) {
            return Line2D.relativeCCW(from.getX(), from.getY(), to.getX(), to.getY(), point.getX(), point.getY());
        }
    }

    static Resource[] models() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn");
    }

    @ParameterizedTest
    @MethodSource("models")
    void noLineCrossesAnother(Resource model) throws Exception {
        var lines = lines(model);

        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(lines).noneMatch(line::crosses));
    }

    private static List<Line> lines(Resource model) throws Exception {
        var document =
                DocumentBuilderFactory.newNSInstance().newDocumentBuilder().parse(model.getInputStream());
        var lines = new ArrayList<Line>();
        elements(document.getElementsByTagNameNS(DIAGRAM, "BPMNEdge")).forEach(edge -> {
            var points = elements(edge.getElementsByTagNameNS(LINES, "waypoint"))
                    .map(point -> new Point2D.Double(
                            Double.parseDouble(point.getAttribute("x")), Double.parseDouble(point.getAttribute("y"))))
                    .toList();
            for (int index = 1; index < points.size(); index++) {
                lines.add(new Line(edge.getAttribute("bpmnElement"), points.get(index - 1), points.get(index)));
            }
        });
        return lines;
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index));
    }
}
