package dev.pupitre.identity;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.pupitre.kernel.UserId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may send which request: machines that prove themselves otherwise, programs with a token, people with a login. */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {
    private static final RequestMatcher LOGIN = pathPattern(HttpMethod.POST, "/login");

    /** An administrator's program that asks for health with its token is told the details. */
    private static final RequestMatcher OPEN = new OrRequestMatcher(
            pathPattern("/webhooks/**"),
            pathPattern("/privacy/**"),
            new AndRequestMatcher(pathPattern("/actuator/health/**"), new NegatedRequestMatcher(BearerTokens.PRESENT)));

    private static final RequestMatcher OPEN_IN_LOCAL_MODE = new OrRequestMatcher(
            pathPattern("/sandbox/api/**"),
            pathPattern("/sandbox/graph/**"),
            pathPattern("/sandbox/dialog/**"),
            pathPattern("/sandbox/cdn/**"),
            pathPattern("/actuator/prometheus"));

    /** Everything comes from here, and nothing runs that is not a file of ours. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    private final boolean local;
    private final Refusals refusals;

    SecurityConfiguration(Environment environment, Refusals refusals) {
        this.local = environment.acceptsProfiles(Profiles.of("local"));
        this.refusals = refusals;
    }

    /** An observation of each filter costs a webhook about a tenth of its time, and nobody looks at it. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PasswordEncoder passwordEncoder(IdentityProperties properties) {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(properties.hashStrength())));
    }

    /** Webhooks are signed; health is asked by machines; the sandbox and the figures are open on one's own machine. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) {
        return http.securityMatcher(local ? new OrRequestMatcher(OPEN, OPEN_IN_LOCAL_MODE) : OPEN)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::strict)
                .build();
    }

    /** No browser sends a token by itself, so that nothing can be sent in its user's name from another site. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens, Users users) {
        return http.securityMatcher(BearerTokens.PRESENT)
                .authorizeHttpRequests(this::rules)
                .addFilterBefore(
                        BearerTokens.filter(tokens, users, refusals), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::strict)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(
            HttpSecurity http, SessionCookie cookie, LoginThrottle throttle, CompanyLogin company) {
        company.configure(http, !local);
        return http.authorizeHttpRequests(this::rules)
                .securityContext(context -> context.securityContextRepository(cookie))
                .formLogin(login -> login.loginPage("/login")
                        .successHandler(welcome(throttle))
                        .failureHandler(refusals))
                .logout(logout -> logout.logoutSuccessHandler(new LogoutAnswer(company)))
                .addFilterBefore(new StoreAwayFilter(refusals), LogoutFilter.class)
                .addFilterBefore(
                        new LoginThrottleFilter(LOGIN, throttle, refusals), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfCookie()))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::strict)
                .build();
    }

    private void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry ask) {
        ask.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(BearerTokens::isBeyondReading)
                .access((_, _) -> {
                    throw new AccessDeniedException("Expected a token that may change things, but this one only reads");
                })
                .requestMatchers("/actuator/health/**", "/actuator/info")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole("ADMIN")
                .requestMatchers(LoginOptionsController.PATH)
                .permitAll()
                .requestMatchers("/api/**")
                .authenticated();
        if (!local) {
            ask.requestMatchers("/sandbox/**").denyAll();
        }
        // What is left is the description of the API and the pages with their files, which hold no secret.
        ask.requestMatchers(HttpMethod.GET, "/**").permitAll().anyRequest().authenticated();
    }

    private CookieCsrfTokenRepository csrfCookie() {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax");
            if (!local) {
                cookie.secure(true);
            }
        });
        return repository;
    }

    private static AuthenticationSuccessHandler welcome(LoginThrottle throttle) {
        return (request, response, login) -> {
            throttle.succeeded(request.getRemoteAddr(), new UserId(login.getName()));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        };
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }
}
