package dev.pupitre.identity;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.List;

/**
 * Someone who may use Pupitre, as administrators see them.
 *
 * @param enabled false for one who has left and is only remembered
 */
record User(UserId id, String name, List<Role> roles, boolean enabled) {}
