package dev.pupitre.campaign;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a campaign's conversations.
 *
 * @param everyone all agents, with what the list says of those in it; else only those in it
 * @param list in the order that the strategy {@link Strategy#LINEAR} goes by
 */
public record Members(boolean everyone, List<Member> list) {
    public static final Members EVERYONE = new Members(true, List.of());

    public Members {
        list = List.copyOf(list);
    }

    /**
     * One of them.
     *
     * @param user the user's id
     * @param capacity how many of this campaign's conversations at once; the campaign's own maximum where there is none, or
     *     0
     */
    public record Member(
            String user, Set<String> expertise, @Nullable Integer capacity) {
        public Member {
            expertise = InOrder.copyOf(expertise);
            capacity = Objects.equals(capacity, 0) ? null : capacity;
        }
    }

    public boolean include(String user) {
        return everyone || find(user).isPresent();
    }

    public Optional<Member> find(String user) {
        return list.stream().filter(member -> member.user().equals(user)).findFirst();
    }

    /** With this one as they are now, or as the last of the list. */
    Members with(Member member) {
        return find(member.user()).isPresent()
                ? new Members(
                        everyone,
                        list.stream()
                                .map(known -> known.user().equals(member.user()) ? member : known)
                                .toList())
                : new Members(
                        everyone,
                        Stream.concat(list.stream(), Stream.of(member)).toList());
    }

    Members without(String user) {
        return new Members(
                everyone,
                list.stream().filter(member -> !member.user().equals(user)).toList());
    }
}
