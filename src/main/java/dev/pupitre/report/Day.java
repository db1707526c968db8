package dev.pupitre.report;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.springframework.data.annotation.Id;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.smile.SmileMapper;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/**
 * The facts of one campaign's conversations that were opened on one day, in UTC.
 *
 * <p>They are packed, as a year of them is read at once: Jackson's Smile, with names and repeated texts written once. What
 * a later version of Pupitre has packed with them is not counted, as nobody here knows what it is, and is kept.
 *
 * @param id see {@link #idOf}
 * @param revision counts its changes
 */
record Day(@Id String id, long revision, Binary packed) {
    private static final SmileMapper MAPPER = SmileMapper.builder()
            .enable(SmileWriteFeature.CHECK_SHARED_NAMES, SmileWriteFeature.CHECK_SHARED_STRING_VALUES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();
    private static final ObjectReader READER = MAPPER.readerForListOf(Fact.class);
    private static final ObjectReader AS_PACKED = MAPPER.readerForListOf(ObjectNode.class);
    private static final Set<String> KNOWN = Arrays.stream(Fact.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** @param campaign empty for conversations that have none */
    static String idOf(LocalDate day, String campaign) {
        return day + "|" + campaign;
    }

    static LocalDate dayOf(Fact fact) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(fact.openedAt()), ZoneOffset.UTC);
    }

    static Day empty(String id) {
        return new Day(id, 0, packed(List.of()));
    }

    String campaign() {
        return id.substring(id.indexOf('|') + 1);
    }

    List<Fact> facts() {
        List<Fact> facts = READER.readValue(packed.getData());
        return facts.stream().filter(Day::isKnown).toList();
    }

    /** Names of later versions are read as nothing. */
    @SuppressWarnings("NullAway") // Jackson hands a record whatever there is
    private static boolean isKnown(Fact fact) {
        return Stream.of(fact.outcome(), fact.channel()).allMatch(Objects::nonNull);
    }

    /** With these facts, each together with what was known of its conversation. */
    Day with(Collection<Fact> more) {
        List<ObjectNode> before = AS_PACKED.readValue(packed.getData());
        Map<String, ObjectNode> facts = new LinkedHashMap<>();
        before.forEach(fact -> facts.put(fact.get("id").asString(), fact));
        more.forEach(fact -> facts.merge(fact.id(), MAPPER.valueToTree(fact), (old, _) -> merged(old, fact)));
        return new Day(id, revision + 1, packed(List.copyOf(facts.values())));
    }

    private static ObjectNode merged(ObjectNode before, Fact now) {
        var known = MAPPER.treeToValue(before, Fact.class);
        if (!isKnown(known) && known.version() >= now.version()) {
            return before;
        }
        ObjectNode merged = MAPPER.valueToTree(isKnown(known) ? now.after(known) : now);
        before.properties().stream()
                .filter(one -> !KNOWN.contains(one.getKey()))
                .forEach(one -> merged.set(one.getKey(), one.getValue()));
        return merged;
    }

    private static Binary packed(List<? extends JsonNode> facts) {
        return new Binary(MAPPER.writeValueAsBytes(facts));
    }
}
