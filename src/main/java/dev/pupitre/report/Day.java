package dev.pupitre.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.springframework.data.annotation.Id;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.smile.SmileMapper;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/**
 * The facts of one campaign's conversations that were opened on one day, in UTC.
 *
 * <p>They are packed, as a year of them is read at once: Jackson's Smile, with names and repeated texts written once.
 *
 * @param id see {@link #idOf}
 * @param revision counts its changes
 */
record Day(@Id String id, long revision, Binary packed) {
    private static final SmileMapper MAPPER = SmileMapper.builder()
            .enable(SmileWriteFeature.CHECK_SHARED_NAMES, SmileWriteFeature.CHECK_SHARED_STRING_VALUES)
            .build();
    private static final ObjectReader READER = MAPPER.readerForListOf(Fact.class);
    private static final ObjectWriter WRITER =
            MAPPER.writerFor(MAPPER.getTypeFactory().constructCollectionType(List.class, Fact.class));

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
        return READER.readValue(packed.getData());
    }

    /** With these facts, each together with what was known of its conversation. */
    Day with(Collection<Fact> more) {
        Map<String, Fact> facts = facts().stream()
                .collect(Collectors.toMap(Fact::id, Function.identity(), (_, last) -> last, LinkedHashMap::new));
        more.forEach(fact -> facts.merge(fact.id(), fact, (before, now) -> now.after(before)));
        return new Day(id, revision + 1, packed(List.copyOf(facts.values())));
    }

    private static Binary packed(List<Fact> facts) {
        return new Binary(WRITER.writeValueAsBytes(facts));
    }
}
