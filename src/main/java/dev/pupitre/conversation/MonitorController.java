package dev.pupitre.conversation;

import dev.pupitre.kernel.ForSupervisors;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows those who lead the desk what does not move. */
@RestController
@ForSupervisors
@RequestMapping("/api/v1/monitor")
class MonitorController {
    private final Watchdog watchdog;

    MonitorController(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /** The oldest first. */
    @GetMapping("/stuck")
    List<Stuck> stuck() {
        return watchdog.stuck();
    }
}
