package dev.pupitre.campaign;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * @param capacity how many of this campaign's conversations at once; the campaign's own maximum where there is none
     */
    public record Member(
            String user, Set<String> expertise, @Nullable Integer capacity) {
        public Member {
            expertise = Set.copyOf(expertise);
        }
    }

    public boolean include(String user) {
        return everyone || find(user).isPresent();
    }

    public Optional<Member> find(String user) {
        return list.stream().filter(member -> member.user().equals(user)).findFirst();
    }
}
