package dev.pupitre.conversation;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Finds those who are blocked, by what a supervisor knows of them: a name, an id, the reason, or who blocked them. */
@Component
class BlockedCustomers {
    /** So many, the newest, are searched. */
    static final int SEARCHED = 2000;

    /**
     * Some of them, the newest block first.
     *
     * @param names by {@code page:id}, of those whose name is known
     */
    record BlockedPage(List<CustomerCard> items, Map<String, String> names, int page, int size, long total) {}

    private record Named(@Id String id, Party customer) {}

    private final CustomerCards cards;
    private final MongoTemplate mongo;

    BlockedCustomers(CustomerCards cards, MongoTemplate mongo) {
        this.cards = cards;
        this.mongo = mongo;
    }

    BlockedPage list(int page, int size) {
        var items = cards.blocked(page, size);
        return new BlockedPage(items, names(items), page, size, cards.countBlocked());
    }

    BlockedPage search(String words, int page, int size) {
        var all = cards.blocked(0, SEARCHED);
        var names = names(all);
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        var found = all.stream()
                .filter(card -> words(card, names.get(key(card)))
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList();
        var items = found.stream().skip((long) page * size).limit(size).toList();
        names.keySet().retainAll(items.stream().map(BlockedCustomers::key).toList());
        return new BlockedPage(items, names, page, size, found.size());
    }

    private static Stream<String> words(CustomerCard card, @Nullable String name) {
        var known = Stream.of(card.id(), name == null ? "" : name);
        var blocked = card.blocked();
        if (blocked == null) {
            return known;
        }
        var by = blocked.by().name();
        return Stream.concat(known, Stream.of(blocked.reason(), by == null ? "" : by));
    }

    /** As their private threads have them, where any is left; what is open knows a name first. */
    private Map<String, String> names(Collection<CustomerCard> some) {
        var threads = some.stream().map(card -> "m:" + key(card)).toList();
        return Stream.of(LiveConversations.COLLECTION, KnownThreads.COLLECTION)
                .flatMap(where -> mongo.find(query(where("_id").in(threads)), Named.class, where).stream())
                .filter(known -> known.customer() != null)
                .collect(toMap(
                        known -> known.id().substring("m:".length()),
                        known -> known.customer().name(),
                        (first, _) -> first));
    }

    private static String key(CustomerCard card) {
        return StoredCustomer.key(card.page(), card.id());
    }
}
