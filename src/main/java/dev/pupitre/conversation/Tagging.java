package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.InvalidInput;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The words by which colleagues find conversations again, open or over. */
@Component
class Tagging {
    static final int MOST = 20;
    static final int LONGEST = 40;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

    private final Conversations conversations;
    private final StoredConversations stored;
    private final Announcements announcements;

    Tagging(Conversations conversations, StoredConversations stored, Announcements announcements) {
        this.conversations = conversations;
        this.stored = stored;
        this.announcements = announcements;
    }

    /** Adds those that are not there, upper or lower case. */
    Conversation add(ConversationId id, List<String> tags) {
        return change(id, there -> joined(there, tags));
    }

    /** Those that are there, and the others in their one form. */
    static List<String> joined(List<String> there, List<String> more) {
        var all = new ArrayList<>(there);
        more.stream()
                .map(Tagging::wellFormed)
                .filter(tag -> all.stream().noneMatch(tag::equalsIgnoreCase))
                .forEach(all::add);
        if (all.size() > MOST) {
            throw new InvalidInput("tags", "Expected at most %d tags, but got %d".formatted(MOST, all.size()));
        }
        return all;
    }

    Conversation remove(ConversationId id, String tag) {
        var unwanted = wellFormed(tag);
        return change(
                id,
                there -> there.stream()
                        .filter(known -> !known.equalsIgnoreCase(unwanted))
                        .toList());
    }

    /** Looks again where somebody else was faster. */
    private Conversation change(ConversationId id, UnaryOperator<List<String>> wanted) {
        while (true) {
            var before = conversations.stored(id);
            if (before.isErased()) {
                throw new ConversationOver(before.state());
            }
            var tags = wanted.apply(before.tags());
            if (tags.equals(before.tags())) {
                return before.view();
            }
            var changed = stored.change(
                    id, found -> found.and("version").is(before.version()), new Update().set("tags", tags));
            if (changed.isPresent()) {
                announcements.facts(changed.get());
                return changed.get().view();
            }
        }
    }

    /** One space between words, and each letter in one form. */
    static String wellFormed(String tag) {
        var text = SPACE.matcher(Normalizer.normalize(tag, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (text.isEmpty() || text.length() > LONGEST || UNSEEN.matcher(text).find()) {
            throw new InvalidInput("tags", "Expected a tag of 1 to %d characters".formatted(LONGEST));
        }
        return text;
    }
}
