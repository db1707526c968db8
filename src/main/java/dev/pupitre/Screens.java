package dev.pupitre;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/** The addresses of the screens: each is the one page of the front end, which finds its way by the address. */
@Controller
class Screens {
    private final Page page;

    Screens(Page page) {
        this.page = page;
    }

    @GetMapping("/")
    RedirectView start() {
        return new RedirectView("/desk", true);
    }

    @GetMapping({"/login", "/desk", "/desk/*"})
    ResponseEntity<Resource> page() throws IOException {
        return page.answer();
    }

    /** The page, asked for anew each time, as it names the current files; the files' names change with their content. */
    @Component
    static class Page implements WebMvcConfigurer {
        private static final Duration FOR_EVER = Duration.ofDays(365);

        private final Resource index;

        Page(@Value("classpath:/static/index.html") Resource index) {
            this.index = index;
        }

        ResponseEntity<Resource> answer() throws IOException {
            if (!index.exists()) {
                return ResponseEntity.notFound().build();
            }
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .lastModified(Instant.ofEpochMilli(index.lastModified()))
                    .contentType(MediaType.TEXT_HTML)
                    .body(index);
        }

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/assets/**")
                    .addResourceLocations("classpath:/static/assets/")
                    .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
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
        ResponseEntity<Resource> page() throws IOException {
            return page.answer();
        }
    }
}
