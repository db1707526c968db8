package dev.pupitre;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The addresses of the screens: each is the one page of the front end, which finds its way by the address. */
@Controller
class Screens {
    private final Page page;

    Screens(Page page) {
        this.page = page;
    }

    @GetMapping({
        "/",
        "/login",
        "/desk",
        "/desk/*",
        "/pages",
        "/pages/*",
        "/pages/connect/*",
        "/reports",
        "/supervision",
        "/supervision/*",
        "/supervision/*/*",
        "/campaigns",
        "/campaigns/*",
        "/campaigns/*/*",
        "/teams",
        "/admin",
        "/admin/*",
        "/account",
        "/rules",
        "/rules/*",
        "/rules/*/*"
    })
    ResponseEntity<byte[]> page() {
        return page.answer();
    }

    /** The page, asked for anew each time, as it names the current files; the files' names change with their content. */
    @Component
    static class Page implements WebMvcConfigurer {
        private static final Duration FOR_EVER = Duration.ofDays(365);

        private final Optional<ResponseEntity<byte[]>> answer;

        Page(@Value("classpath:/static/index.html") Resource index) throws IOException {
            answer = index.exists() ? Optional.of(answer(index.getContentAsByteArray())) : Optional.empty();
        }

        /** Known by its content: an image gives its files one time for ever, which says nothing of an upgrade. */
        private static ResponseEntity<byte[]> answer(byte[] content) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .eTag(DigestUtils.md5DigestAsHex(content))
                    .contentType(MediaType.TEXT_HTML)
                    .body(content);
        }

        ResponseEntity<byte[]> answer() {
            return answer.orElseGet(() -> ResponseEntity.notFound().build());
        }

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/assets/**")
                    .addResourceLocations("classpath:/static/assets/")
                    .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
        }
    }

    /** A person at an address that leads nowhere is told so on a screen, a program as a problem. */
    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Nowhere {
        private final Page page;

        Nowhere(Page page) {
            this.page = page;
        }

        @ExceptionHandler
        ResponseEntity<?> handle(NoResourceFoundException missing, HttpServletRequest request) {
            var accept =
                    Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
            var program = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
            return accept.contains(MediaType.TEXT_HTML_VALUE) && !program
                    ? ResponseEntity.status(HttpStatus.NOT_FOUND)
                            .contentType(MediaType.TEXT_HTML)
                            .body(page.answer().getBody())
                    : ResponseEntity.of(missing.getBody()).build();
        }
    }

    /** The customer's side, where the sandbox is. */
    @Controller
    @Profile("local")
    static class Sandbox {
        private final Page page;

        Sandbox(Page page) {
            this.page = page;
        }

        @GetMapping({"/sandbox", "/sandbox/*"})
        ResponseEntity<byte[]> page() {
            return page.answer();
        }
    }
}
