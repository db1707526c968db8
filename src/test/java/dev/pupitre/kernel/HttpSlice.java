package dev.pupitre.kernel;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Some controllers as callers of each kind meet them: with the checks of rights and the answers to errors, and no more. */
public final class HttpSlice implements AutoCloseable {
    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final MockMvcTester http;

    /** No configuration by name: contexts of other tests look through this package. */
    @EnableWebMvc
    @EnableMethodSecurity
    @ComponentScan(
            basePackages = "dev.pupitre.kernel",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestControllerAdvice.class))
    static class Surroundings implements WebMvcConfigurer {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new AuthenticationPrincipalArgumentResolver());
        }
    }

    /**
     * Serves controllers.
     *
     * @param controllers the configuration that makes them
     * @param given what it makes them of
     */
    public HttpSlice(Class<?> controllers, Object... given) {
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(beans -> {
            for (int number = 0; number < given.length; number++) {
                beans.registerSingleton("given" + number, given[number]);
            }
        });
        context.register(Surroundings.class, controllers);
        context.refresh();
        http = MockMvcTester.from(context);
    }

    public MvcTestResult get(Caller caller, String path) {
        return as(caller, tester -> tester.get().uri("/api/v1" + path));
    }

    /** Posts JSON, or nothing where there is none. */
    public MvcTestResult post(Caller caller, String path, @Nullable String body) {
        return as(caller, tester -> with(body, tester.post().uri("/api/v1" + path)));
    }

    public MvcTestResult put(Caller caller, String path, String body) {
        return as(caller, tester -> with(body, tester.put().uri("/api/v1" + path)));
    }

    private static MockMvcTester.MockMvcRequestBuilder with(
            @Nullable String body, MockMvcTester.MockMvcRequestBuilder request) {
        var json = request.contentType(MediaType.APPLICATION_JSON);
        return body == null ? json : json.content(body);
    }

    private MvcTestResult as(Caller caller, Function<MockMvcTester, MockMvcTester.MockMvcRequestBuilder> request) {
        var roles = caller.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, "", roles));
        return request.apply(http).exchange();
    }

    /** Somebody with one role. */
    public static Caller caller(String id, Role role) {
        return new Caller(new UserId(id), id, Set.of(role));
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }
}
