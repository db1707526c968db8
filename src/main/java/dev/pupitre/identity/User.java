package dev.pupitre.identity;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.List;

/**
 * Someone who may use Pupitre, as administrators see them.
 *
 * @param enabled false for one who has left and is only remembered
 * @param program whether it calls with tokens only, and never logs in
 * @param company whether the person has logged in by the company's own login
 */
record User(UserId id, String name, List<Role> roles, boolean enabled, boolean program, boolean company) {}
