package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.Recordings.Part;
import dev.pupitre.conversation.Transcripts.Changed;
import dev.pupitre.conversation.Transcripts.Found;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Finds a message wherever it is by now, and changes it there: in a live conversation, in one that is over, or in a part
 * that was moved out of a long one.
 */
@Repository
class MessagePlaces {
    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    /**
     * A change of one message.
     *
     * @param where what has to be true of it, besides that it is the one
     * @param update with the message as {@code messages.$[m]}
     */
    record Change(UnaryOperator<Criteria> where, UnaryOperator<Update> update) {}

    /** Which message is meant, as a condition on an element and on what an update calls {@code m}. */
    private record Wanted(String property, String stored, Object value, Object storedValue) {
        static Wanted message(MessageId id) {
            return new Wanted("id", "m._id", id, id.value());
        }

        static Wanted mid(String mid) {
            return new Wanted("mid", "m.mid", mid, mid);
        }

        Criteria element() {
            return where(property).is(value);
        }

        Update update() {
            return new Update().filterArray(where(stored).is(storedValue));
        }

        boolean is(Message message) {
            return value.equals(message.id()) || value.equals(message.mid());
        }

        boolean is(StoredMessage message) {
            return value.equals(message.id()) || value.equals(message.mid());
        }
    }

    private final MongoTemplate mongo;
    private final LiveConversations live;
    private final Recordings recordings;
    private final KnownThreads knownThreads;

    MessagePlaces(MongoTemplate mongo, LiveConversations live, Recordings recordings, KnownThreads knownThreads) {
        this.mongo = mongo;
        this.live = live;
        this.recordings = recordings;
        this.knownThreads = knownThreads;
    }

    /** The message with Meta's id, in the thread's open conversation or one before it. */
    Optional<StoredMessage> find(String thread, String mid) {
        return conversations(thread)
                .flatMap(id -> find(id, Wanted.mid(mid)).stream())
                .findFirst();
    }

    Optional<StoredMessage> find(ConversationId id, MessageId message) {
        return find(id, Wanted.message(message));
    }

    /** The message that we number so, in the thread's open conversation or one before it. */
    Optional<Found> find(String thread, MessageId message) {
        return conversations(thread).flatMap(id -> locate(id, message).stream()).findFirst();
    }

    /** The message with the conversation that it is part of. */
    Optional<Found> locate(ConversationId id, MessageId message) {
        return locate(id, Wanted.message(message));
    }

    /** Changes the message with Meta's id, in the thread's open conversation or one before it. */
    Optional<Changed> change(String thread, String mid, Change change) {
        return conversations(thread)
                .flatMap(id -> change(id, Wanted.mid(mid), change).stream())
                .findFirst();
    }

    Optional<Changed> change(ConversationId id, MessageId message, Change change) {
        return change(id, Wanted.message(message), change);
    }

    /** The newest such message of the thread, in whichever of its conversations. */
    Optional<StoredMessage> newest(String thread, Predicate<StoredMessage> which) {
        return conversations(thread)
                .flatMap(id -> stored(id).stream())
                .flatMap(conversation -> conversation.messages().reversed().stream()
                        .filter(which)
                        .limit(1))
                .findFirst();
    }

    private Stream<ConversationId> conversations(String thread) {
        return Stream.concat(
                        live.find(thread).map(StoredConversation::conversationId).stream(),
                        knownThreads.find(thread).stream().flatMap(known -> known.newestFirst().stream()))
                .distinct();
    }

    private Optional<StoredMessage> find(ConversationId id, Wanted wanted) {
        return locate(id, wanted).map(Found::message);
    }

    private Optional<Found> locate(ConversationId id, Wanted wanted) {
        return stored(id)
                .flatMap(conversation -> Stream.concat(conversation.messages().stream(), moved(conversation))
                        .filter(wanted::is)
                        .findFirst()
                        .map(message -> new Found(conversation, message)));
    }

    private Stream<StoredMessage> moved(StoredConversation conversation) {
        return partIds(conversation).reversed().stream()
                .map(part -> mongo.findById(part, Part.class, Recordings.PARTS))
                .filter(part -> part != null)
                .flatMap(part -> part.messages().stream());
    }

    /** While a conversation is being recorded it stands in two places for a moment, and is changed in both. */
    private Optional<Changed> change(ConversationId id, Wanted wanted, Change change) {
        var element = change.where().apply(wanted.element());
        @Nullable StoredConversation found = null;
        for (var home : homes(id)) {
            var update = change.update().apply(wanted.update());
            var changed = mongo.findAndModify(
                    query(home.criteria().and("messages").elemMatch(element)),
                    found == null ? update.inc("version", 1) : update,
                    CHANGED,
                    StoredConversation.class,
                    home.collection());
            found = changed == null ? found : changed;
            if (changed != null && changed.state().isOpen()) {
                break;
            }
        }
        return found == null ? changeMoved(id, wanted, change) : Optional.of(changed(found, found.views(), wanted));
    }

    private Optional<Changed> changeMoved(ConversationId id, Wanted wanted, Change change) {
        return stored(id).filter(conversation -> conversation.moved() > 0).flatMap(conversation -> {
            var there = where("_id")
                    .in(partIds(conversation))
                    .and("messages")
                    .elemMatch(change.where().apply(wanted.element()));
            var update = change.update().apply(wanted.update());
            return Optional.ofNullable(mongo.findAndModify(query(there), update, CHANGED, Part.class, Recordings.PARTS))
                    .map(part -> changed(conversation, part.views(conversation.customer()), wanted));
        });
    }

    private static Changed changed(StoredConversation conversation, List<Message> views, Wanted wanted) {
        return new Changed(conversation, views.stream().filter(wanted::is).toList());
    }

    private Optional<StoredConversation> stored(ConversationId id) {
        return live.find(id).or(() -> recordings.find(id));
    }

    private static List<String> partIds(StoredConversation conversation) {
        return IntStream.iterate(0, from -> from < conversation.moved(), from -> from + Recordings.PART_SIZE)
                .mapToObj(from -> Recordings.partId(conversation.conversationId(), from))
                .toList();
    }

    private record Home(String collection, Criteria criteria) {}

    private static List<Home> homes(ConversationId id) {
        return List.of(
                new Home(LiveConversations.COLLECTION, where("conversationId").is(id)),
                new Home(Recordings.COLLECTION, where("_id").is(id.value())));
    }
}
