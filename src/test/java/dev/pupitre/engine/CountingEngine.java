package dev.pupitre.engine;

import static org.mockito.Mockito.mock;

import io.camunda.client.CamundaClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts tables as the engine does, as {@link TableDeploymentIT} shows it, with its troubles in the test's hand. */
public final class CountingEngine extends TableDeployment {
    private final Map<String, List<String>> taken = new HashMap<>();
    private boolean away;
    private boolean silent;
    private @Nullable String disliked;
    private Runnable meanwhile = () -> {};

    public CountingEngine() {
        super(mock(CamundaClient.class));
    }

    @Override
    public int deploy(String decisionId, String dmn) {
        if (away) {
            throw new EngineUnavailable("Away");
        }
        if (disliked != null && dmn.contains(disliked)) {
            throw new TableRefused("Not with " + disliked, null);
        }
        var versions = taken.computeIfAbsent(decisionId, _ -> new ArrayList<>());
        if (versions.isEmpty() || !versions.getLast().equals(dmn)) {
            versions.add(dmn);
        }
        var number = versions.size();
        var now = meanwhile;
        meanwhile = () -> {};
        now.run();
        if (silent) {
            throw new EngineUnavailable("Silent");
        }
        return number;
    }

    /** The table that processes decide by. */
    public String latest(String decisionId) {
        return taken.getOrDefault(decisionId, List.of("none")).getLast();
    }

    public int count(String decisionId) {
        return taken.getOrDefault(decisionId, List.of()).size();
    }

    public void isAway(boolean gone) {
        away = gone;
    }

    /** It takes what it is given, and nobody hears of it. */
    public void isSilent(boolean mute) {
        silent = mute;
    }

    public void refuses(@Nullable String text) {
        disliked = text;
    }

    public void isEmptied() {
        taken.clear();
    }

    /** Happens once, after the next table was taken and before that is told. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }
}
