package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The conversations that are not over, one document a thread, found by thread or by their own id.
 *
 * <p>Every change is one conditional update of one document: it says whether the conversation was still in the state
 * the change is meant for, so that a message and a closing can never both believe they came first.
 */
@Repository
class LiveConversations {
    static final String COLLECTION = "live";

    /** What a sweep takes up at once; the next one goes on behind it. */
    static final int SWEPT_AT_ONCE = 500;

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoTemplate mongo;

    LiveConversations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void declareIndexes() {
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index("conversationId", Sort.Direction.ASC).unique());
        indexes.createIndex(new Index("assignee._id", Sort.Direction.ASC));
        indexes.createIndex(new Index("state", Sort.Direction.ASC));
        indexes.createIndex(new Index("customer._id", Sort.Direction.ASC));
        indexes.createIndex(new Index("due.since", Sort.Direction.ASC).sparse());
    }

    Optional<StoredConversation> find(String thread) {
        return Optional.ofNullable(mongo.findById(thread, StoredConversation.class, COLLECTION));
    }

    Optional<StoredConversation> find(ConversationId id) {
        return Optional.ofNullable(mongo.findOne(query(byId(id)), StoredConversation.class, COLLECTION));
    }

    /** Some of those that have had something to do since before this instant, by thread from behind this one on. */
    List<StoredConversation> withDueBefore(Instant instant, @Nullable StoredConversation after) {
        var overdue = where("due.since").lt(instant);
        return mongo.find(
                query(after == null ? overdue : overdue.and("_id").gt(after.id()))
                        .with(Sort.by("_id"))
                        .limit(SWEPT_AT_ONCE),
                StoredConversation.class,
                COLLECTION);
    }

    List<ConversationId> waitingSince(Instant instant) {
        record Only(ConversationId conversationId) {}
        var waiting = where("state")
                .is(ConversationState.WAITING)
                .and("service.elsewhere")
                .is(null)
                .and("queuedAt")
                .lt(instant);
        var query = query(waiting);
        query.fields().include("conversationId").exclude("_id");
        return mongo.find(query, Only.class, COLLECTION).stream()
                .map(Only::conversationId)
                .toList();
    }

    /** Opens the thread's conversation; false when there is one already. */
    boolean open(StoredConversation conversation) {
        try {
            mongo.insert(conversation, COLLECTION);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** @param due until when a human is to answer first; who was queued before keeps the earlier time */
    Optional<StoredConversation> queue(
            ConversationId id, CampaignId campaign, int priority, @Nullable Instant due, Instant now) {
        var update = new Update()
                .set("state", ConversationState.WAITING)
                .set("campaign", campaign)
                .set("priority", priority)
                .set("queuedAt", now)
                .set("course.awaited", false)
                .unset("course.opensAt");
        return change(
                inState(id, ConversationState.NEW),
                due == null ? update : update.min("service.firstResponseDueAt", due));
    }

    /** Gives it to an agent out of the queue, but not while another application answers. */
    Optional<StoredConversation> deal(ConversationId id, Party agent, String ref, Instant now) {
        var here =
                inState(id, ConversationState.WAITING).and("service.elsewhere").is(null);
        return change(here.and("assignee._id").ne(agent.id()), to(agent, Due.Kind.ASSIGNED, ref, now, new Update()));
    }

    Optional<StoredConversation> assign(ConversationId id, Party agent, String ref, Instant now) {
        return change(
                inState(id, ConversationState.WAITING).and("assignee._id").ne(agent.id()),
                to(agent, Due.Kind.ASSIGNED, ref, now, new Update()));
    }

    /** Out of another agent's hands; the line says so in the transcript. */
    Optional<StoredConversation> takeOver(ConversationId id, Party agent, StoredMessage line, String ref, Instant now) {
        return change(
                inState(id, ConversationState.ASSIGNED).and("assignee._id").ne(agent.id()),
                to(agent, Due.Kind.AGENT_CHANGED, ref, now, append(line, now)));
    }

    private static Update to(Party agent, Due.Kind kind, String ref, Instant now, Update update) {
        return update.set("state", ConversationState.ASSIGNED)
                .set("assignee", agent)
                .set("assignedAt", now)
                .push("due", new Due(kind, ref, now));
    }

    /** Its campaign is known, and what was decided; none where no campaign takes it. */
    Optional<StoredConversation> prepared(ConversationId id, @Nullable CampaignId campaign, List<Decision> decisions) {
        var update = new Update().set("course.decisions", decisions).unset("course.opensAt");
        return change(inState(id, ConversationState.NEW), campaign == null ? update : update.set("campaign", campaign));
    }

    Optional<StoredConversation> decided(ConversationId id, List<Decision> decisions) {
        return change(
                byId(id).and("state").in(ConversationState.OPEN), new Update().set("course.decisions", decisions));
    }

    /** The customer waits for the next answer until then. */
    void nextResponseDue(ConversationId id, Instant due) {
        change(
                byId(id).and("state")
                        .in(ConversationState.OPEN)
                        .and("unanswered")
                        .gt(0)
                        .and("service.nextResponseDueAt")
                        .is(null),
                new Update().set("service.nextResponseDueAt", due));
    }

    /** It waits for the desk to open. */
    Optional<StoredConversation> waitsFor(ConversationId id, Instant opening) {
        return change(inState(id, ConversationState.NEW), new Update().set("course.opensAt", opening));
    }

    /** Takes it out of the queue, or from its process, which has to have decided about it once. */
    Optional<StoredConversation> release(ConversationId id, Target target, StoredMessage line, Instant now) {
        var decided = byId(id).and("state")
                .in(ConversationState.NEW, ConversationState.WAITING)
                .and("campaign")
                .ne(null);
        return release(decided, target, line, now);
    }

    /** Takes it out of this agent's hands. */
    Optional<StoredConversation> release(
            ConversationId id, UserId from, Target target, StoredMessage line, Instant now) {
        var theirs = inState(id, ConversationState.ASSIGNED).and("assignee._id").is(from.value());
        return release(theirs, target, line, now);
    }

    void markLost(ConversationId id, Instant now) {
        change(
                inState(id, ConversationState.WAITING)
                        .and("service.firstResponseAt")
                        .is(null)
                        .and("service.lostAt")
                        .is(null),
                new Update().set("service.lostAt", now));
    }

    private Optional<StoredConversation> release(Criteria from, Target target, StoredMessage line, Instant now) {
        var update = append(line, now)
                .set("state", ConversationState.NEW)
                .unset("assignee")
                .unset("assignedAt")
                .unset("queuedAt")
                .set("course.target", target)
                .set("course.awaited", false)
                .unset("course.opensAt")
                .unset("service.automation.outcome")
                .set("service.automation.turns", 0)
                .push("due", new Due(Due.Kind.RELEASED, line.id().value(), now));
        if (target.priority() != null) {
            update.set("priority", target.priority());
        }
        if (target.kind() == Target.Kind.CAMPAIGN && target.id() != null) {
            update.set("campaign", new CampaignId(target.id()));
        }
        return change(from, update);
    }

    /** The process waits for the customer's next message, unless there are more than it has heard. */
    Optional<StoredConversation> await(ConversationId id, int heard) {
        return change(
                inState(id, ConversationState.NEW).and("since").lte(heard), new Update().set("course.awaited", true));
    }

    /** Lets it be closed, unless more of the customer's messages are unanswered than the agent has seen. */
    Optional<StoredConversation> resolve(ConversationId id, String agent, int seen, String ref, Instant now) {
        return change(
                inState(id, ConversationState.ASSIGNED)
                        .and("assignee._id")
                        .is(agent)
                        .and("unanswered")
                        .lte(seen),
                closing(ref, now).push("due", new Due(Due.Kind.RESOLVED, ref, now)));
    }

    /** The agents' conversations of a campaign in which nobody has written since, and the customer waits for nothing. */
    List<StoredConversation> idleSince(CampaignId campaign, Instant instant) {
        return mongo.find(query(idle(campaign, instant)).limit(SWEPT_AT_ONCE), StoredConversation.class, COLLECTION);
    }

    /** Lets an idle one be closed. */
    Optional<StoredConversation> resolveIdle(
            StoredConversation conversation, CampaignId campaign, Instant before, String ref, Instant now) {
        return change(
                idle(campaign, before).and("conversationId").is(conversation.conversationId()),
                closing(ref, now).push("due", new Due(Due.Kind.IDLE, ref, now)));
    }

    private static Criteria idle(CampaignId campaign, Instant before) {
        return where("state")
                .is(ConversationState.ASSIGNED)
                .and("campaign")
                .is(campaign)
                .and("unanswered")
                .is(0)
                .and("service.elsewhere")
                .is(null)
                .and("lastActivityAt")
                .lt(before);
    }

    private static Update closing(String ref, Instant now) {
        return new Update()
                .set("state", ConversationState.CLOSING)
                .set("resolution", ref)
                .set("since", 0)
                .set("lastActivityAt", now);
    }

    /** Gives the conversation back to its agent if the customer wrote after this "resolve". */
    Optional<StoredConversation> reopen(ConversationId id, String resolution) {
        return change(
                inState(id, ConversationState.CLOSING)
                        .and("resolution")
                        .is(resolution)
                        .and("since")
                        .gt(0),
                new Update().set("state", ConversationState.ASSIGNED).set("reopened", resolution));
    }

    /** Closes it if the customer has not written since this "resolve". */
    Optional<StoredConversation> close(ConversationId id, String resolution, Instant now) {
        return change(
                inState(id, ConversationState.CLOSING)
                        .and("resolution")
                        .is(resolution)
                        .and("since")
                        .is(0),
                over(ConversationState.CLOSED, now));
    }

    /** Ends a new one as ignored, if the customer wrote no more than so many messages. */
    Optional<StoredConversation> ignore(ConversationId id, int heard, Instant now) {
        return change(inState(id, ConversationState.NEW).and("since").lte(heard), over(ConversationState.IGNORED, now));
    }

    /** Ends it from one of these states, whatever the customer wrote. */
    Optional<StoredConversation> end(
            ConversationId id, Collection<ConversationState> from, ConversationState as, Instant now) {
        return change(byId(id).and("state").in(from), over(as, now));
    }

    /** Ends one whose customer has not written what its process waits for. */
    Optional<StoredConversation> endAwaited(ConversationId id, Instant now) {
        return change(
                inState(id, ConversationState.NEW).and("course.awaited").is(true), over(ConversationState.CLOSED, now));
    }

    /** Ends an open one whose customer is to be forgotten; nothing of it is sent or told to its process any more. */
    Optional<StoredConversation> erase(ConversationId id, Instant now) {
        return change(
                byId(id).and("state").in(ConversationState.OPEN),
                over(ConversationState.CLOSED, now)
                        .set("resolution", StoredConversation.ERASED)
                        .set("due", List.of()));
    }

    void done(String thread, Due due) {
        mongo.updateFirst(
                query(where("_id").is(thread)),
                new Update()
                        .pull(
                                "due",
                                query(where("kind").is(due.kind()).and("ref").is(due.ref()))),
                StoredConversation.class,
                COLLECTION);
    }

    /** Conversations of a Page whose customers' profiles nobody has told yet. */
    List<StoredConversation> strangersOf(PageId page) {
        var strangers = where("page._id").is(page.value()).and("profile").is(null);
        return mongo.find(query(strangers).limit(SWEPT_AT_ONCE), StoredConversation.class, COLLECTION);
    }

    /** The customer's name and profile are known now. */
    Optional<StoredConversation> introduce(ConversationId id, String customerName, CustomerProfile profile) {
        return change(byId(id), new Update().set("customer.name", customerName).set("profile", profile));
    }

    /** The post it takes place under is known now. */
    Optional<StoredConversation> describe(ConversationId id, Post post) {
        return change(byId(id), new Update().set("origin.post", post));
    }

    /** Takes the oldest messages out, which have to be in {@code transcripts} by now, as they still are here. */
    Optional<StoredConversation> shorten(StoredConversation from, List<StoredMessage> oldest) {
        return change(
                byId(from.conversationId()).and("version").is(from.version()),
                new Update()
                        .inc("moved", oldest.size())
                        .pull(
                                "messages",
                                query(where("id")
                                        .in(oldest.stream()
                                                .map(StoredMessage::id)
                                                .toList()))));
    }

    /** Deletes what is over and copied; false when it has changed since it was read. */
    boolean remove(StoredConversation copied) {
        var same = where("_id").is(copied.id()).and("version").is(copied.version());
        return mongo.remove(query(same), COLLECTION).getDeletedCount() == 1;
    }

    /** Changes one document if the condition still holds; every change of a live conversation counts its version up. */
    Optional<StoredConversation> change(Criteria condition, Update update) {
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(condition), update.inc("version", 1), CHANGED, StoredConversation.class, COLLECTION));
    }

    private static Criteria byId(ConversationId id) {
        return where("conversationId").is(id);
    }

    private static Criteria inState(ConversationId id, ConversationState state) {
        return byId(id).and("state").is(state);
    }

    static Update append(StoredMessage message, Instant now) {
        return new Update().push("messages", message).set("lastActivityAt", now);
    }

    private static Update over(ConversationState as, Instant now) {
        return new Update().set("state", as).set("closedAt", now).set("lastActivityAt", now);
    }
}
