package dev.pupitre.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.DeskAgent;
import dev.pupitre.story.HttpSession;
import dev.pupitre.story.HttpSession.Answer;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An agent of the day: a browser while at work, and what is in their hands. */
final class DayAgent {
    /** Everybody's; the rules for passwords hold here, too. */
    private static final String PASSWORD = "tulip-Rhenium-52-quartz";

    private static final String CONVERSATIONS = "/api/v1/conversations/";

    final String id;
    final Shift shift;
    /** Whether the agent is in the team that others hand difficult cases to. */
    final boolean expert;

    final Set<Visit> held = new LinkedHashSet<>();
    private final URI base;
    private @Nullable DeskAgent browser;
    String presence = "OFFLINE";
    boolean finishing;
    int handled;

    private DayAgent(URI base, String id, Shift shift, boolean expert) {
        this.base = base;
        this.id = id;
        this.shift = shift;
        this.expert = expert;
    }

    static DayAgent hired(HttpSession administrator, URI base, int number, Shift shift) {
        var id = "agent-day-%02d".formatted(number + 1);
        var user = Map.of("id", id, "name", "Agent " + (number + 1), "password", PASSWORD, "roles", Set.of("AGENT"));
        assertThat(administrator.post("/api/v1/users", user)).returns(201, Answer::status);
        return new DayAgent(base, id, shift, number % 3 == 0);
    }

    boolean isOnline() {
        return presence.equals("ONLINE");
    }

    /** Out of the queue. */
    void takes(Visit visit) {
        visit.phase = Visit.Phase.HELD;
        visit.agent = this;
        visit.answeredInTheseHands = false;
        held.add(visit);
    }

    /** Back into the queue, or out of the desk. */
    void letsGo(Visit visit, Visit.Phase where) {
        visit.phase = where;
        held.remove(visit);
    }

    void logsIn() {
        browser = DeskAgent.loggedIn(base, id, PASSWORD);
    }

    void becomes(String wanted) {
        browser().is(wanted);
        presence = wanted;
    }

    void logsOut() {
        assertThat(browser().http.post("/logout", Map.of())).returns(204, Answer::status);
        browser = null;
        presence = "OFFLINE";
        finishing = false;
    }

    void answers(Visit visit, String text) {
        var path = CONVERSATIONS + visit.conversation() + "/messages";
        assertThat(browser().http.post(path, Map.of("text", text))).returns(202, Answer::status);
    }

    void handsOn(Visit visit, Map<String, Object> to) {
        var path = CONVERSATIONS + visit.conversation() + "/transfer";
        assertThat(browser().http.post(path, Map.of("to", to, "note", "For you")))
                .returns(202, Answer::status);
    }

    void resolves(Visit visit) {
        var path = CONVERSATIONS + visit.conversation() + "/resolve";
        assertThat(browser().http.post(path, Map.of())).returns(202, Answer::status);
    }

    private DeskAgent browser() {
        if (browser == null) {
            throw new IllegalStateException("Expected " + id + " to be at work");
        }
        return browser;
    }

    @Override
    public String toString() {
        return "%s (%s, %d held)".formatted(id, presence, held.size());
    }
}
