package dev.pupitre.campaign;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What this node knows of all teams. */
@Component
class KnownTeams {
    private static final Logger LOG = LoggerFactory.getLogger(KnownTeams.class);

    private final Shelf<String, StoredTeam> shelf;
    private final Mirror<String, StoredTeam> mirror;

    KnownTeams(MongoTemplate mongo) {
        this.shelf = new Shelf<>(mongo, StoredTeam.class, "version", StoredTeam::id, StoredTeam::version);
        this.mirror = new Mirror<>(shelf, Function.identity(), _ -> {});
    }

    Collection<StoredTeam> all() {
        return mirror.all().values();
    }

    Optional<StoredTeam> find(String id) {
        return mirror.find(id);
    }

    Optional<StoredTeam> stored(String id) {
        return shelf.find(id);
    }

    @Scheduled(fixedDelayString = "${pupitre.campaign.reread:2s}")
    void look() {
        try {
            var _ = mirror.refresh();
        } catch (DataAccessException away) {
            LOG.warn("Expected to read the teams, but the store did not answer: {}", away.getMessage());
        }
    }

    boolean add(StoredTeam team) {
        return mirror.add(team);
    }

    boolean replace(StoredTeam changed, StoredTeam before) {
        return mirror.replace(changed, before);
    }

    boolean remove(StoredTeam team) {
        return mirror.remove(team);
    }
}
