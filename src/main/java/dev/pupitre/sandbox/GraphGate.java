package dev.pupitre.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every call to the Graph API meets first: the headers that tell its load, and the faults that were ordered. */
@Profile("local")
@Component
class GraphGate implements WebMvcConfigurer, HandlerInterceptor {
    private final Usage usage;
    private final Behaviours behaviours;
    private final FacebookPages pages;

    GraphGate(Usage usage, Behaviours behaviours, FacebookPages pages) {
        this.usage = usage;
        this.behaviours = behaviours;
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/sandbox/graph/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var load = usage.load();
        response.setHeader("X-App-Usage", load.app());
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            pages.token(token.substring(token.indexOf(' ') + 1))
                    .flatMap(AccessToken::page)
                    .ifPresent(page -> response.setHeader("X-Business-Use-Case-Usage", load.page(page.id())));
        }
        if (load.isFull()) {
            throw GraphError.of(4, null, "Application request limit reached");
        }
        var fault = behaviours.nextFaultAt(request.getRequestURI());
        if (fault.isPresent() && fault.get().drops()) {
            DroppedConnections.drop(request);
            return false;
        }
        if (fault.isPresent()) {
            throw fault.get().error();
        }
        return true;
    }
}
