package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A page of a list, with the cursors by which the Graph API goes on (Graph API, "Paginated results"). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GraphList<T>(List<T> data, @Nullable Paging paging) {
    private static final int USUAL = 25;
    private static final int MOST = 100;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Paging(Cursors cursors, @Nullable String next) {}

    record Cursors(
            @JsonProperty("before") String before,
            @JsonProperty("after") String after) {}

    static <T> GraphList<T> all(List<T> data) {
        return new GraphList<>(data, null);
    }

    /** A cursor stands for an element, so that nothing is skipped when elements come or go. */
    static <S, T> GraphList<T> page(List<S> all, Function<S, String> id, Function<S, T> view, GraphCall call) {
        var from =
                call.text("after").map(cursor -> 1 + indexOf(all, id, cursor)).orElse(0);
        var until = Math.min(all.size(), from + limit(call));
        var part = all.subList(from, until);
        if (part.isEmpty()) {
            return new GraphList<>(List.of(), null);
        }
        var last = cursor(id.apply(part.getLast()));
        return new GraphList<>(
                part.stream().map(view).toList(),
                new Paging(
                        new Cursors(cursor(id.apply(part.getFirst())), last),
                        until < all.size() ? next(call, last) : null));
    }

    private static String next(GraphCall call, String after) {
        var address = UriComponentsBuilder.fromUriString(call.address())
                .queryParam("limit", limit(call))
                .queryParam("after", after);
        call.text("fields").ifPresent(fields -> address.queryParam("fields", "{fields}"));
        call.token().ifPresent(token -> address.queryParam("access_token", token));
        return address.encode().buildAndExpand(call.text("fields").orElse("")).toUriString();
    }

    private static int limit(GraphCall call) {
        var wanted = call.text("limit").map(GraphList::number).orElse(USUAL);
        return Math.clamp(wanted, 1, MOST);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw GraphError.invalidParameter("Param limit must be an integer");
        }
    }

    private static <S> int indexOf(List<S> all, Function<S, String> id, String cursor) {
        for (var i = 0; i < all.size(); i++) {
            if (Objects.equals(cursor(id.apply(all.get(i))), cursor)) {
                return i;
            }
        }
        throw GraphError.invalidParameter("Invalid cursors values were provided");
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
