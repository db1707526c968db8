package dev.pupitre.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where Facebook's dialog sends the browser back to. The code is used here and now and never reaches a script or the
 * browser's history; the browser goes on to the screen with the result.
 */
@Hidden
@RestController
class ConnectCallback {
    private final FacebookLogin login;

    ConnectCallback(FacebookLogin login) {
        this.login = login;
    }

    @GetMapping("/pages/connect/callback")
    ResponseEntity<Void> comeBack(
            @Nullable Authentication caller,
            @RequestParam(defaultValue = "unknown") String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request) {
        if (caller != null
                && AuthorityUtils.authorityListToSet(caller.getAuthorities()).contains("ROLE_ADMIN")) {
            login.comeBack(Visitor.of(caller), state, new FacebookLogin.Return(code, error));
        }
        var screen = UriComponentsBuilder.fromPath(request.getContextPath())
                .pathSegment("pages", "connect", "{state}")
                .encode()
                .buildAndExpand(state)
                .toUriString();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, screen)
                .build();
    }
}
