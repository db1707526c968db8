package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Who had a customer last. */
@Repository
class LastAgents {
    private static final String COLLECTION = "lastAgents";

    /** @param customer the customer's page-scoped id */
    record LastAgent(@Id String customer, String agent, ConversationId conversation, Instant at) {}

    private final MongoTemplate mongo;
    private final Conversations conversations;
    private final RoutingProperties properties;
    private final Clock clock;

    LastAgents(MongoTemplate mongo, Conversations conversations, RoutingProperties properties, Clock clock) {
        this.mongo = mongo;
        this.conversations = conversations;
        this.properties = properties;
        this.clock = clock;
    }

    void declareIndexes() {
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index("at", Sort.Direction.ASC));
        indexes.createIndex(new Index("conversation", Sort.Direction.ASC));
    }

    Optional<String> of(String customer) {
        return Optional.ofNullable(mongo.findById(customer, LastAgent.class, COLLECTION))
                .map(LastAgent::agent);
    }

    void remember(ConversationId conversation, String agent) {
        try {
            var customer = conversations.get(conversation).customer().id();
            mongo.save(new LastAgent(customer, agent, conversation, clock.instant()), COLLECTION);
        } catch (ConversationNotFound erased) {
            // Nothing of its customer is to be kept.
        }
    }

    /** The conversation is erased, and with it that it took place. */
    void forget(ConversationId conversation) {
        mongo.remove(query(where("conversation").is(conversation)), COLLECTION);
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "P1D")
    void forgetOld() {
        mongo.remove(query(where("at").lt(clock.instant().minus(properties.rememberLastAgent()))), COLLECTION);
    }
}
