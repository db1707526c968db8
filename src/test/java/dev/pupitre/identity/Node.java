package dev.pupitre.identity;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A node with logins and a few requests to try them on, and nothing else. */
record Node(ConfigurableApplicationContext context) implements AutoCloseable {
    static Node start(String profile, String storeUri, String... settings) {
        var arguments = new LinkedHashMap<String, String>();
        Stream.concat(
                        Stream.of(
                                "spring.profiles.active=" + profile,
                                "server.port=0",
                                "spring.mongodb.uri=" + storeUri,
                                "spring.main.banner-mode=off",
                                "pupitre.identity.hash-strength=4",
                                "pupitre.identity.recheck=0s",
                                "pupitre.live.presence=200ms",
                                "pupitre.live.exchange=20ms"),
                        Stream.of(settings))
                .forEach(setting -> arguments.put(setting.substring(0, setting.indexOf('=')), "--" + setting));
        return new Node(
                new SpringApplicationBuilder(Slice.class).run(arguments.values().toArray(String[]::new)));
    }

    Browser browser() {
        var port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return new Browser(URI.create("http://localhost:" + port));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan({"dev.pupitre.audit", "dev.pupitre.identity", "dev.pupitre.live"})
    @ComponentScan(
            basePackages = {"dev.pupitre.audit", "dev.pupitre.identity", "dev.pupitre.kernel", "dev.pupitre.live"},
            excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
    @EnableScheduling
    @Import(Probe.class)
    static class Slice {
        /** Served by none of the controllers, as an endpoint of a library may be. */
        @Bean
        RouterFunction<ServerResponse> functional() {
            return RouterFunctions.route()
                    .POST("/api/v1/functional", _ -> ServerResponse.ok().build())
                    .build();
        }
    }

    /** What another system says in the middle. */
    private static final class RefusedHalfway extends Conflict {
        RefusedHalfway() {
            super("Expected all of it to be taken, but part of it was not");
        }
    }

    @TestComponent
    @RestController
    static class Probe {
        @GetMapping("/api/v1/probe")
        String whoAsks(@AuthenticationPrincipal Caller caller) {
            return caller.id() + " " + caller.displayName() + " " + caller.roles();
        }

        @PostMapping("/api/v1/probe")
        String whoChanges(@AuthenticationPrincipal Caller caller) {
            return "changed by " + caller.id();
        }

        @PostMapping("/api/v1/halfway/{id}")
        @Audited(Act.TEAM_CREATED)
        void stopHalfway() {
            Audit.begun();
            throw new RefusedHalfway();
        }

        @GetMapping("/api/v1/analysts-only")
        @PreAuthorize("hasRole('ANALYST')")
        String onlyForAnalysts() {
            return "for analysts";
        }

        @PostMapping({"/webhooks/meta", "/sandbox/api/probe"})
        String open() {
            return "taken";
        }

        @GetMapping("/desk")
        String page() {
            return "<!doctype html>";
        }
    }
}
