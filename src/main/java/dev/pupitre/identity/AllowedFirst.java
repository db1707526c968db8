package dev.pupitre.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks whether the caller may before the request's body is read: method security comes only after it, so that whoever
 * may not would have files taken in, and be told what is wrong with the body instead of no.
 */
@Component
class AllowedFirst implements HandlerInterceptor, WebMvcConfigurer {
    private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            var call = new SimpleMethodInvocation(method.getBean(), method.getMethod());
            var decision =
                    rules.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), call);
            if (decision != null && !decision.isGranted()) {
                throw new AuthorizationDeniedException("Access Denied", decision);
            }
        }
        return true;
    }
}
