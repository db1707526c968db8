package dev.pupitre.supervision;

import dev.pupitre.kernel.ForSupervisors;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows those who lead the desk how it stands; from then on the live feed tells what moves. */
@RestController
@ForSupervisors
@RequestMapping("/api/v1/monitor")
class MonitorNowController {
    private final MonitorBoard board;
    private final MonitorWatch watch;
    private final SupervisionProperties properties;
    private final Clock clock;

    MonitorNowController(MonitorBoard board, MonitorWatch watch, SupervisionProperties properties, Clock clock) {
        this.board = board;
        this.watch = watch;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping
    Monitor now() {
        watch.watchedUntil(clock.instant().plus(properties.watchedFor()));
        return board.now();
    }
}
