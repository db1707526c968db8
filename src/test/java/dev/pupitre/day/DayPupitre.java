package dev.pupitre.day;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.NothingOfTests;
import dev.pupitre.PupitreApplication;
import dev.pupitre.story.HttpSession;
import dev.pupitre.story.RunningPupitre;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The application in this process with a broker and a store of its own, all living in the simulated day. */
final class DayPupitre implements AutoCloseable {
    private static final String MONITORING = "--pupitre.local.ports.monitoring=";

    final URI base;
    final DayClock clock;
    final BrokerMeters broker;
    private final ConfigurableApplicationContext context;

    private DayPupitre(URI base, DayClock clock, BrokerMeters broker, ConfigurableApplicationContext context) {
        this.base = base;
        this.clock = clock;
        this.broker = broker;
        this.context = context;
    }

    static DayPupitre start(String name, Instant begin, int capacity) {
        var directory = RunningPupitre.emptied(name);
        letBrokersClockBeSet(directory);
        var port = RunningPupitre.freePort();
        var monitoring = RunningPupitre.freePort();
        var clock = new DayClock(begin, monitoring);
        var settings = new ArrayList<>(RunningPupitre.settings(directory, port));
        settings.removeIf(setting -> setting.startsWith(MONITORING) || setting.contains("vanish-after"));
        settings.add(MONITORING + monitoring);
        settings.add("--pupitre.routing.capacity=" + capacity);
        // The agents have no browser that keeps a line open while the clock jumps.
        settings.add("--pupitre.routing.vanish-after=30d");
        // A job that is being done is not late because the clock jumps.
        settings.add("--pupitre.engine.job-timeout=2d");
        // Nor is a message that its process has yet to come to.
        settings.add("--pupitre.conversation.signal-time-to-live=7d");
        // Meta's limits are by the second of a day that is not played at its own pace.
        settings.add("--pupitre.outbox.sends-per-second=1000");
        var context = new SpringApplicationBuilder(PupitreApplication.class)
                .initializers(
                        new NothingOfTests(),
                        starting -> ((GenericApplicationContext) starting)
                                .registerBean("dayClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(settings.toArray(String[]::new));
        var base = URI.create("http://localhost:" + port);
        RunningPupitre.awaitReady(base);
        clock.moveTo(begin);
        return new DayPupitre(base, clock, new BrokerMeters(monitoring), context);
    }

    private static void letBrokersClockBeSet(Path directory) {
        var settings = directory.resolve("broker").resolve("application.properties");
        try {
            Files.createDirectories(settings.getParent());
            Files.writeString(settings, "zeebe.clock.controlled=true\n", UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A program with every role. */
    HttpSession program() {
        return new HttpSession(base, "local-dev-token");
    }

    MongoTemplate store() {
        return context.getBean(MongoTemplate.class);
    }

    /** Does now what the application does every few seconds of real time, as {@code LongWaits.look}. */
    void look(String scheduled) {
        var look = context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(task -> task.getTask().getRunnable())
                .filter(task -> task.toString().endsWith("." + scheduled))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a scheduled look, but got " + scheduled));
        look.run();
    }

    @Override
    public void close() {
        context.close();
    }
}
