package dev.pupitre.page;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.PageId;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Connecting Pages by browser, for administrators: to Facebook, back, and the choice among the Pages it shows. */
@RestController
@RequestMapping("/api/v1/pages/connect")
@ForAdministrators
class ConnectController {
    record Chosen(@NotEmpty Set<PageId> pages) {}

    private final FacebookLogin login;
    private final Connections connections;
    private final PageViews views;
    private final PageProperties properties;

    ConnectController(FacebookLogin login, Connections connections, PageViews views, PageProperties properties) {
        this.login = login;
        this.connections = connections;
        this.views = views;
        this.properties = properties;
    }

    @GetMapping
    FacebookLogin.Begun begin(
            @Parameter(hidden = true) Authentication caller,
            @RequestParam(required = false) @Nullable String origin,
            HttpServletRequest request) {
        return login.begin(Visitor.of(caller), redirect(origin, request));
    }

    @GetMapping("/{state}")
    Connecting found(@Parameter(hidden = true) Authentication caller, @PathVariable String state) {
        return connections.found(Visitor.of(caller), state);
    }

    @PostMapping("/{state}")
    @Audited(Act.PAGES_CONNECTED)
    List<PageView> connect(
            @Parameter(hidden = true) Authentication caller,
            @PathVariable String state,
            @Valid @RequestBody Chosen chosen) {
        Audit.about(String.join(
                ", ", chosen.pages().stream().map(PageId::value).sorted().toList()));
        return connections.connect(Visitor.of(caller), state, chosen.pages()).stream()
                .map(views::of)
                .toList();
    }

    /**
     * The address that Facebook goes back to has to be, letter by letter, one that the app's settings name. The scheme
     * and port that a browser sees are its own to know, the host is the request's.
     */
    private URI redirect(@Nullable String origin, HttpServletRequest request) {
        var base = properties.address().map(UriComponentsBuilder::fromUri).orElseGet(() -> base(origin, request));
        return base.replaceQuery(null)
                .pathSegment("pages", "connect", "callback")
                .build()
                .toUri();
    }

    private static UriComponentsBuilder base(@Nullable String origin, HttpServletRequest request) {
        var own = ServletUriComponentsBuilder.fromContextPath(request);
        if (origin == null) {
            return own;
        }
        try {
            var given = URI.create(origin);
            if (given.getHost() != null && given.getHost().equalsIgnoreCase(request.getServerName())) {
                return own.scheme(given.getScheme()).port(given.getPort());
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Refused below, as any other that is not ours.
        }
        throw new InvalidInput("origin", "must be the address at which the browser sees Pupitre");
    }
}
