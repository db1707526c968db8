package dev.pupitre.live;

import dev.pupitre.kernel.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The stream of server-sent events a browser keeps open; its request thread is virtual and may wait as long. */
@RestController
class EventsController {
    private static final Logger log = LoggerFactory.getLogger(EventsController.class);

    private final LocalFeed feed;

    EventsController(LocalFeed feed) {
        this.feed = feed;
    }

    @Operation(summary = "The changes that concern the caller, as server-sent events")
    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Authentication authentication,
            HttpServletResponse response) {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Accel-Buffering", "no");
        try {
            var connection =
                    new Connection(caller, authentication, session(authentication), response.getOutputStream());
            feed.serve(connection, lastSeen(lastEventId));
        } catch (IOException gone) {
            log.debug("The browser of {} has left: {}", caller.id(), gone.getMessage());
        }
    }

    /** Absent for a program, which calls with a token. */
    private static @Nullable String session(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details ? details.getSessionId() : null;
    }

    /** An id that is not ours counts as very old, so that the browser loads everything again. */
    private static OptionalLong lastSeen(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(lastEventId.matches("\\d{1,18}") ? Long.parseLong(lastEventId) : 0);
    }
}
