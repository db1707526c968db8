package dev.pupitre.live;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CallerCheck;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/** A node that runs the live feed and nothing else; who calls is told by a header. */
record LiveNode(ConfigurableApplicationContext context) implements AutoCloseable {
    static LiveNode start(String storeUri, String... settings) {
        var arguments = new LinkedHashMap<String, String>();
        Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "spring.mongodb.uri=" + storeUri,
                                "spring.main.banner-mode=off",
                                "pupitre.live.presence=200ms",
                                "pupitre.live.exchange=20ms"),
                        Stream.of(settings))
                .forEach(setting -> arguments.put(setting.substring(0, setting.indexOf('=')), "--" + setting));
        return new LiveNode(
                new SpringApplicationBuilder(Slice.class).run(arguments.values().toArray(String[]::new)));
    }

    void publish(String name, Object data, Audience audience) {
        context.getBean(LiveFeed.class).publish(new LiveEvent(name, data, audience));
    }

    URI events() {
        var port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return URI.create("http://localhost:" + port + "/api/v1/events");
    }

    EventStream connect(String caller) {
        return EventStream.open(events(), caller, null);
    }

    EventStream reconnect(String caller, String lastEventId) {
        return EventStream.open(events(), caller, lastEventId);
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("dev.pupitre.live")
    @ComponentScan({"dev.pupitre.live", "dev.pupitre.kernel"})
    static class Slice {
        /** Nobody's rights change here. */
        @Bean
        CallerCheck callers() {
            return authentication -> Optional.of((Caller) Objects.requireNonNull(authentication.getPrincipal()));
        }

        @Bean
        SecurityFilterChain callerFromHeader(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .addFilterBefore(new CallerFromHeader(), AuthorizationFilter.class)
                    .build();
        }
    }

    /** {@code X-Caller: alice AGENT SUPERVISOR}. */
    private static final class CallerFromHeader extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var words = request.getHeader("X-Caller").split(" ");
            var roles = Arrays.stream(words).skip(1).map(Role::valueOf).collect(Collectors.toSet());
            var caller = new Caller(new UserId(words[0]), words[0], roles);
            var authentication =
                    UsernamePasswordAuthenticationToken.authenticated(caller, null, AuthorityUtils.NO_AUTHORITIES);
            authentication.setDetails(
                    new WebAuthenticationDetails(request.getRemoteAddr(), request.getHeader("X-Session")));
            SecurityContextHolder.getContext().setAuthentication(authentication);
            chain.doFilter(request, response);
        }
    }
}
