package dev.pupitre.rules;

import dev.pupitre.rules.DmnRefused.Reason;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that strangers may have written: nothing outside of the file is ever opened, and a document type, which such
 * tricks need, is refused.
 */
final class XmlFile {
    private static final class Open {
        private final String namespace;
        private final String name;
        private final Map<String, String> attributes = new HashMap<>();
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final int line;

        Open(XMLStreamReader at) {
            namespace = Objects.requireNonNullElse(at.getNamespaceURI(), "");
            name = at.getLocalName();
            line = at.getLocation().getLineNumber();
            for (var index = 0; index < at.getAttributeCount(); index++) {
                if (at.getAttributePrefix(index) == null
                        || at.getAttributePrefix(index).isEmpty()) {
                    attributes.put(at.getAttributeLocalName(index), at.getAttributeValue(index));
                }
            }
        }

        XmlElement closed() {
            return new XmlElement(
                    namespace,
                    name,
                    Map.copyOf(attributes),
                    List.copyOf(children),
                    text.toString().strip(),
                    line);
        }
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private XmlFile() {}

    /** @throws DmnRefused when it is no XML, or has a document type */
    static XmlElement read(String xml) {
        try {
            return read(factory()
                    .createXMLStreamReader(new StringReader(xml.startsWith(BYTE_ORDER_MARK) ? xml.substring(1) : xml)));
        } catch (XMLStreamException malformed) {
            throw notXml(xml, malformed);
        }
    }

    private static XmlElement read(XMLStreamReader at) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        demandUtf8(at);
        while (true) {
            switch (at.next()) {
                case XMLStreamConstants.DTD ->
                    throw new DmnRefused(
                            Reason.DOCTYPE,
                            at.getLocation().getLineNumber(),
                            "Expected a file without a document type (<!DOCTYPE>), but there is one");
                case XMLStreamConstants.START_ELEMENT -> open.push(new Open(at));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text.append(at.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    var closed = open.pop().closed();
                    if (open.isEmpty()) {
                        demandEnd(at);
                        return closed;
                    }
                    open.element().children.add(closed);
                }
                default -> {
                    // Comments and the like say nothing about the table.
                }
            }
        }
    }

    /** What follows the root has to be XML, too. */
    private static void demandEnd(XMLStreamReader at) throws XMLStreamException {
        while (at.hasNext()) {
            at.next();
        }
    }

    /** It is given to the engine in UTF-8; a file that says otherwise of itself could not be read there. */
    private static void demandUtf8(XMLStreamReader at) {
        var declared = at.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
            throw new DmnRefused(Reason.ENCODING, 1, "Expected a file in UTF-8, but it says that it is in " + declared);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Expected nothing outside of the file, but it names " + systemId);
        });
        return factory;
    }

    private static DmnRefused notXml(String xml, XMLStreamException malformed) {
        var line =
                malformed.getLocation() == null ? null : malformed.getLocation().getLineNumber();
        var reason =
                Objects.requireNonNullElse(malformed.getMessage(), "").lines().toList();
        return xml.isBlank()
                ? new DmnRefused(Reason.NOT_XML, null, "Expected XML, but the file is empty")
                : new DmnRefused(
                        Reason.NOT_XML,
                        line,
                        "Expected XML, but line %s says otherwise: %s"
                                .formatted(line, reason.isEmpty() ? malformed : plain(reason.getLast())));
    }

    /** The parser tells the place before the message, on a line of its own. */
    private static String plain(String line) {
        return line.startsWith("Message: ") ? line.substring("Message: ".length()) : line;
    }
}
