package dev.pupitre.campaign;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.InvalidInput;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What people do with campaigns: each change is of the version they saw, or of whatever there is by then. */
@Component
class CampaignEditor {
    /** Monday to Friday from 9 to 18, as the table {@code business-hours} comes. */
    private static final String USUAL_SCHEDULE = "office";

    private static final int ATTEMPTS = 20;

    private final KnownCampaigns known;
    private final CampaignRules rules;
    private final Surroundings surroundings;
    private final Clock clock;

    CampaignEditor(KnownCampaigns known, CampaignRules rules, Surroundings surroundings, Clock clock) {
        this.known = known;
        this.rules = rules;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    Collection<StoredCampaign> all() {
        return known.all();
    }

    StoredCampaign find(CampaignId id) {
        return known.stored(id).orElseThrow(() -> new CampaignNotFound(id));
    }

    StoredCampaign create(Caller by, @Nullable CampaignId id, JsonNode given) {
        var nobody = new Members(false, List.of());
        var usual = Campaign.usual(new CampaignId("new"), "", USUAL_SCHEDULE, surroundings.zone())
                .withEnabled(false)
                .withMembers(nobody);
        var made = CampaignJson.over(usual, given);
        requireInOrder(usual, made);
        return add(by, id, made);
    }

    StoredCampaign duplicate(Caller by, CampaignId id, @Nullable CampaignId copy, String name) {
        var made = find(id).campaign().copiedAs(new CampaignId("new"), name);
        requireInOrder(made, made);
        return add(by, copy, made);
    }

    private StoredCampaign add(Caller by, @Nullable CampaignId wanted, Campaign made) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var id = wanted == null ? CampaignIds.of(made.name(), attempt) : CampaignIds.required(wanted);
            var first = StoredCampaign.first(made.copiedAs(id, made.name().strip()), by.id(), clock.instant());
            if (known.add(first)) {
                return first;
            }
            if (wanted != null) {
                break;
            }
        }
        throw new IdTaken(wanted == null ? made.name() : wanted.value());
    }

    StoredCampaign change(Caller by, CampaignId id, long version, JsonNode given) {
        var before = find(id);
        if (before.version() != version) {
            throw new ChangedMeanwhile("campaign " + id, version, before.version());
        }
        if (before.isArchived()) {
            throw new CampaignRefused("Expected a campaign in use, but %s is archived".formatted(id));
        }
        var after = CampaignJson.over(before.campaign(), given);
        requireInOrder(before.campaign(), after);
        if (after.equals(before.campaign())) {
            return before;
        }
        var changed = before.changed(after, null, by.id(), clock.instant());
        if (!known.replace(changed, before)) {
            throw new ChangedMeanwhile("campaign " + id, version, find(id).version());
        }
        return changed;
    }

    StoredCampaign enable(Caller by, CampaignId id) {
        return change(id, stored -> {
            if (stored.isArchived()) {
                throw new CampaignRefused("Expected a campaign in use, but %s is archived".formatted(id));
            }
            var missing = rules.missing(stored.campaign());
            if (!stored.campaign().enabled() && !missing.isEmpty()) {
                throw new CampaignIncomplete(id, missing);
            }
            return stored.changed(stored.campaign().withEnabled(true), null, by.id(), clock.instant());
        });
    }

    StoredCampaign disable(Caller by, CampaignId id) {
        requireNotCatchAll(id);
        return change(
                id,
                stored -> stored.changed(
                        stored.campaign().withEnabled(false), stored.archivedAt(), by.id(), clock.instant()));
    }

    /** Gone for good only where no conversation can name it. */
    void delete(Caller by, CampaignId id) {
        requireNotCatchAll(id);
        var stored = find(id);
        if (stored.wasEnabled() || !known.remove(stored)) {
            var _ = change(
                    id,
                    now -> now.changed(now.campaign().withEnabled(false), clock.instant(), by.id(), clock.instant()));
        }
    }

    StoredCampaign restore(Caller by, CampaignId id) {
        return change(id, stored -> stored.changed(stored.campaign(), null, by.id(), clock.instant()));
    }

    StoredCampaign setMember(Caller by, CampaignId id, Members.Member member) {
        return change(id, stored -> {
            var after =
                    stored.campaign().withMembers(stored.campaign().members().with(member));
            requireInOrder(stored.campaign(), after);
            return stored.changed(after, stored.archivedAt(), by.id(), clock.instant());
        });
    }

    /** @param by null for one who leaves without anybody's doing: whatever the campaign is left with */
    StoredCampaign removeMember(@Nullable Caller by, CampaignId id, String user) {
        var person = by == null ? null : by.id();
        return change(id, stored -> {
            var after =
                    stored.campaign().withMembers(stored.campaign().members().without(user));
            if (by != null) {
                requireInOrder(stored.campaign(), after);
            }
            return stored.changed(after, stored.archivedAt(), person, clock.instant());
        });
    }

    private StoredCampaign change(CampaignId id, UnaryOperator<StoredCampaign> change) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var before = find(id);
            var after = change.apply(before);
            if (after.campaign().withVersion(before.version()).equals(before.campaign())
                    && after.isArchived() == before.isArchived()) {
                return before;
            }
            if (known.replace(after, before)) {
                return after;
            }
        }
        throw new CampaignRefused(
                "Expected %s to be left alone for a moment, but others kept changing it".formatted(id));
    }

    private void requireInOrder(Campaign before, Campaign after) {
        var problems = rules.problems(before, after);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static void requireNotCatchAll(CampaignId id) {
        if (id.equals(Campaign.CATCH_ALL)) {
            throw new CampaignRefused("Expected another campaign: the catch-all is always there and always enabled");
        }
    }
}
