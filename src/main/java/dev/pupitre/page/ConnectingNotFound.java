package dev.pupitre.page;

import dev.pupitre.kernel.NotFound;

/** Nobody in this login is on the way to Facebook and back under this state. */
class ConnectingNotFound extends NotFound {
    ConnectingNotFound() {
        super(
                "Expected a login at Facebook that was begun here a few minutes ago, but there is none: connect once more");
    }
}
