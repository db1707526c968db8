package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What tables say that cannot be done, such as a campaign that is not there; by row, for the analysts to mend. */
@Component
public class RulesProblems {
    static final String COLLECTION = "rulesProblems";
    private static final int SHOWN = 200;

    /** What has not come up for so long is taken for mended, and forgotten: values may be a customer's own words. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** Those who may read them. */
    private static final Audience READERS = new Audience(Set.of(), Set.of(Role.ANALYST, Role.SUPERVISOR, Role.ADMIN));

    /** What cannot be done. */
    public enum Kind {
        UNKNOWN_CAMPAIGN,
        UNKNOWN_TEAM,
        UNKNOWN_AGENT,
        /** The value is of another type than the output's. */
        WRONG_TYPE,
        /** The campaign takes no conversations, or none of this Page. */
        CAMPAIGN_NOT_HERE
    }

    /**
     * One of them.
     *
     * @param row the row that said it, the first is 1; null where it is not known
     * @param output the column
     * @param count how often it came up
     * @param conversation where it came up last
     */
    public record Problem(
            @Id String id,
            String table,
            @Nullable Integer version,
            @Nullable Integer row,
            @Nullable String description,
            String output,
            Kind kind,
            String value,
            long count,
            Instant firstAt,
            Instant lastAt,
            ConversationId conversation) {}

    private final MongoTemplate mongo;
    private final LiveFeed feed;
    private final Clock clock;

    RulesProblems(MongoTemplate mongo, LiveFeed feed, Clock clock) {
        this.mongo = mongo;
        this.feed = feed;
        this.clock = clock;
    }

    /** Keeps that this decision's output cannot be followed, and shows it to those who may mend it. */
    public void report(ConversationId conversation, Decision decision, String output, Kind kind, String value) {
        var now = clock.instant();
        var id = "%s:%s:%s:%s:%s".formatted(decision.table(), decision.version(), decision.row(), output, value);
        var update = new Update()
                .setOnInsert("table", decision.table())
                .setOnInsert("version", decision.version())
                .setOnInsert("row", decision.row())
                .setOnInsert("description", decision.description())
                .setOnInsert("output", output)
                .setOnInsert("value", value)
                .setOnInsert("firstAt", now)
                .set("kind", kind)
                .set("lastAt", now)
                .set("conversation", conversation)
                .inc("count", 1);
        var options = FindAndModifyOptions.options().returnNew(true).upsert(true);
        var problem = mongo.findAndModify(query(where("_id").is(id)), update, options, Problem.class, COLLECTION);
        if (problem != null) {
            feed.publish(new LiveEvent("rules-problem", problem, READERS));
        }
    }

    /** Of those that came up lately, the newest first. */
    List<Problem> newest() {
        var lately = query(where("lastAt").gte(clock.instant().minus(REMEMBERED)));
        var newest = lately.with(Sort.by(Sort.Direction.DESC, "lastAt")).limit(SHOWN);
        return mongo.find(newest, Problem.class, COLLECTION);
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forget() {
        mongo.remove(query(where("lastAt").lt(clock.instant().minus(REMEMBERED))), COLLECTION);
    }
}
