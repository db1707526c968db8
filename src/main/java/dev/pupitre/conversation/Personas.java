package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphPersonas;
import dev.pupitre.graph.PageAccess;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Under which name and picture an agent writes, made at Meta when it is first needed. */
@Component
class Personas {
    private static final Logger LOG = LoggerFactory.getLogger(Personas.class);

    private static final String COLLECTION = "personas";
    private static final int LONGEST_NAME = 50;

    /** An agent at a Page, and Meta's id of the persona. */
    record Persona(@Id String id, String persona, String name, String picture) {}

    private final MongoTemplate mongo;
    private final GraphPersonas graph;
    private final PersonaProperties properties;

    /** Answers go out without a persona rather than not at all, and Meta is not asked with each of them. */
    private final Cache<String, String> refused =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();

    Personas(MongoTemplate mongo, GraphPersonas graph, PersonaProperties properties) {
        this.mongo = mongo;
        this.graph = graph;
        this.properties = properties;
    }

    /** Meta's id of the author's persona; empty for all who write in the Page's name. */
    Optional<String> of(PageAccess access, Author author) {
        var agent = author.id();
        var name = author.name();
        var pictures = properties.picture();
        if (!properties.enabled() || pictures == null || pictures.isBlank()) {
            return Optional.empty();
        }
        if (author.kind() != Author.Kind.AGENT || agent == null || name == null || name.isBlank()) {
            return Optional.empty();
        }
        var id = access.page() + ":" + agent;
        var picture = UriComponentsBuilder.fromUriString(pictures)
                .buildAndExpand(agent)
                .encode()
                .toUri();
        var wanted = new Persona(id, "", shortened(name), picture.toString());
        var known = Optional.ofNullable(mongo.findById(id, Persona.class, COLLECTION));
        if (known.filter(persona -> isLike(persona, wanted)).isPresent()) {
            return known.map(Persona::persona);
        }
        return refused.getIfPresent(id) != null ? Optional.empty() : create(access, wanted, known, picture);
    }

    private Optional<String> create(PageAccess access, Persona wanted, Optional<Persona> old, URI picture) {
        try {
            var persona = graph.create(access, wanted.name(), picture);
            var made = new Persona(wanted.id(), persona, wanted.name(), wanted.picture());
            old.ifPresent(outdated -> mongo.remove(same(outdated), COLLECTION));
            try {
                mongo.insert(made, COLLECTION);
            } catch (DuplicateKeyException raced) {
                // Another message of the agent had one made this moment; both do.
            }
            return Optional.of(persona);
        } catch (GraphFailure failure) {
            LOG.warn("{} writes in the Page's name for now: {}", wanted.id(), failure.getMessage());
            refused.put(wanted.id(), wanted.name());
            return Optional.empty();
        }
    }

    /** Whether Meta no longer has the persona; then the next message has a new one made. */
    boolean isGone(PageAccess access, String persona) {
        if (graph.exists(access, persona)) {
            return false;
        }
        mongo.remove(query(where("persona").is(persona)), COLLECTION);
        return true;
    }

    private static boolean isLike(Persona persona, Persona wanted) {
        return persona.name().equals(wanted.name()) && persona.picture().equals(wanted.picture());
    }

    private static Query same(Persona persona) {
        return query(where("_id").is(persona.id()).and("persona").is(persona.persona()));
    }

    private static String shortened(String name) {
        return TextParts.of(name, LONGEST_NAME).getFirst();
    }
}
