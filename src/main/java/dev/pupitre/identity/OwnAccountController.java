package dev.pupitre.identity;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account. */
@RestController
@RequestMapping("/api/v1/me")
class OwnAccountController {
    record Rename(
            @NotNull
            @Size(max = 100)
            @Pattern(regexp = UsersController.NOT_BLANK, message = UsersController.NOT_BLANK_EXPECTED)
            String name) {}

    record NewPassword(@NotNull Secret current, @NotNull Secret password) {}

    private final OwnAccount own;

    OwnAccountController(OwnAccount own) {
        this.own = own;
    }

    @GetMapping("/account")
    User account(@AuthenticationPrincipal Caller caller) {
        return own.get(caller);
    }

    @PatchMapping("/account")
    @Audited(Act.OWN_PROFILE_CHANGED)
    User rename(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Rename wish) {
        return own.rename(caller, wish.name().strip());
    }

    @PutMapping("/password")
    @Audited(Act.OWN_PASSWORD_CHANGED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @AuthenticationPrincipal Caller caller,
            Authentication login,
            HttpServletRequest request,
            @Valid @RequestBody NewPassword wish) {
        own.changePassword(
                caller, BrowserLogin.session(login), request.getRemoteAddr(), wish.current(), wish.password());
    }
}
