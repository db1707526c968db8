package dev.pupitre.campaign;

import java.util.Set;

/**
 * Agents who can be named together, as a target of the table {@code routing} and of transfers.
 *
 * @param id the name the table uses
 * @param members the users' ids
 */
public record Team(String id, String name, Set<String> members) {
    public Team {
        members = InOrder.copyOf(members);
    }
}
