package dev.pupitre.conversation;

import dev.pupitre.kernel.Conflict;
import java.net.URI;

/** The customer is blocked, and would be heard nevertheless. */
public final class CustomerBlocked extends Conflict {
    CustomerBlocked() {
        super(
                "Expected a customer who is not blocked; unblock them first",
                URI.create("https://pupitre.dev/problems/customer-blocked"));
    }
}
