package dev.pupitre.campaign;

import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays what a request says over a campaign: what is left out stays, of an object only what is given changes, and texts
 * and lists are replaced as a whole.
 */
final class CampaignJson {
    /** As sets are shown in the order they were given in. */
    private static final SimpleModule IN_ORDER =
            new SimpleModule().addAbstractTypeMapping(Set.class, LinkedHashSet.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addModule(IN_ORDER)
            .build();

    private static final List<String> WRITABLE = List.of(
            "name",
            "channels",
            "pages",
            "objective",
            "strategy",
            "schedule",
            "zone",
            "thresholds",
            "waiting",
            "maximumPerAgent",
            "greeting",
            "afterHours",
            "survey",
            "assistant",
            "cannedResponses",
            "members",
            "tags");

    private static final Set<String> MAY_BE_NULL = Set.of("team", "capacity");

    /** Jackson takes an empty text for nothing at all where these are read. */
    private static final Set<String> NEVER_EMPTY = Set.of("strategy", "zone", "overflow", "then", "kind");

    private CampaignJson() {}

    static Campaign over(Campaign base, JsonNode given) {
        if (!(given instanceof ObjectNode)) {
            throw new InvalidInput("body", "must be an object");
        }
        ObjectNode campaign = JSON.valueToTree(base);
        for (var field : WRITABLE) {
            var value = given.get(field);
            if (value instanceof ObjectNode part && campaign.get(field) instanceof ObjectNode whole) {
                whole.setAll(part);
            } else if (value != null) {
                campaign.set(field, value);
            }
        }
        requireValues(campaign);
        try {
            return JSON.treeToValue(campaign, Campaign.class);
        } catch (JacksonException fault) {
            throw new InvalidInput(path(fault), "is not of the documented kind");
        }
    }

    private static void requireValues(ObjectNode campaign) {
        var problems = new ArrayList<FieldProblem>();
        walk("", "", campaign, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static void walk(String path, String name, JsonNode node, List<FieldProblem> problems) {
        var absent = node.isNull() && !MAY_BE_NULL.contains(name);
        var empty = node.isString() && node.asString().isBlank() && NEVER_EMPTY.contains(name);
        if (absent || empty) {
            problems.add(new FieldProblem(path, "must be given", "BLANK"));
        }
        node.properties()
                .forEach(field -> walk(
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        field.getKey(),
                        field.getValue(),
                        problems));
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            walk("%s[%d]".formatted(path, index), "", node.get(index), problems);
        }
    }

    /** As a person would write it: {@code members.list[2].user}. */
    private static String path(JacksonException fault) {
        var path = new StringBuilder();
        for (var step : fault.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
