package dev.pupitre;

import dev.pupitre.engine.EngineReady;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in local mode, once the pages and the engine are there, where to look and who to be. */
@Component
@Profile("local")
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Environment environment;
    private final AtomicInteger missing = new AtomicInteger(2);

    Welcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener({ApplicationReadyEvent.class, EngineReady.class})
    void onOneMoreReady() {
        if (missing.decrementAndGet() == 0) {
            String home = "http://localhost:" + environment.getProperty("local.server.port", "8080")
                    + environment.getProperty("server.servlet.context-path", "");
            LOG.info(text(home));
        }
    }

    static String text(String home) {
        return """
                Pupitre is ready

                  Desk        %1$s/desk
                  Customer    %1$s/sandbox
                  API         %1$s/v3/api-docs
                  Health      %1$s/actuator/health

                  Logins      alice, bruno (agents)   sofia (supervisor)   nadia (analyst)   admin
                  Password    the same as the name
                  API token   local-dev-token
                """.formatted(home);
    }
}
