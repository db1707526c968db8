package dev.pupitre.identity;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.Set;

/**
 * Someone who may use Pupitre.
 *
 * @param enabled false for one who has left and is only remembered
 */
public record User(UserId id, String displayName, Set<Role> roles, boolean enabled) {}
