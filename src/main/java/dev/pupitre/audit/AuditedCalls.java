package dev.pupitre.audit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes an act down before its endpoint is called, so that a crash leaves at worst an entry whose outcome is unknown. */
@Component
class AuditedCalls implements HandlerInterceptor, WebMvcConfigurer {
    /** After whoever may not was refused. */
    private static final int LATE = 1000;

    private final Audit audit;

    AuditedCalls(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(LATE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var audited = audited(request, handler);
        if (audited != null) {
            var path = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            var subject = path == null ? null : path.get(audited.subject());
            audit.begin(audited.value(), subject == null ? null : Objects.toString(subject));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (audited(request, handler) != null) {
            audit.end(fault == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static @Nullable Audited audited(HttpServletRequest request, Object handler) {
        return handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST
                ? method.getMethodAnnotation(Audited.class)
                : null;
    }
}
