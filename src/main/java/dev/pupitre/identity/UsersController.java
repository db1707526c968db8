package dev.pupitre.identity;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The users, for administrators. */
@RestController
@RequestMapping("/api/v1/users")
@ForAdministrators
class UsersController {
    private static final String ID = "[a-z0-9._-]{1,64}";
    private static final String ID_EXPECTED = "must be 1 to 64 of a-z, 0-9, '.', '_' and '-'";
    static final String NOT_BLANK = "(?s).*\\S.*";
    static final String NOT_BLANK_EXPECTED = "must not be blank";

    record NewUser(
            @NotNull @Pattern(regexp = ID, message = ID_EXPECTED)
            String id,

            @NotNull @Size(max = 100) @Pattern(regexp = NOT_BLANK, message = NOT_BLANK_EXPECTED)
            String name,

            @Nullable Secret password,
            @NotEmpty Set<Role> roles,
            @Nullable Boolean program) {}

    record ChangedUser(
            @Size(max = 100) @Pattern(regexp = NOT_BLANK, message = NOT_BLANK_EXPECTED) @Nullable
            String name,

            @Nullable Secret password,
            @Size(min = 1) @Nullable Set<Role> roles,
            @Nullable Boolean enabled) {}

    private final Administration administration;

    UsersController(Administration administration) {
        this.administration = administration;
    }

    @GetMapping
    List<User> everyone() {
        return administration.everyone();
    }

    @PostMapping
    @Audited(Act.USER_ADDED)
    @ResponseStatus(HttpStatus.CREATED)
    User add(Authentication login, @Valid @RequestBody NewUser user) {
        var id = new UserId(user.id());
        var program = Boolean.TRUE.equals(user.program());
        if (program != (user.password() == null)) {
            throw new InvalidInput("password", "Expected one for a person, and none for a program");
        }
        if (user.roles().contains(Role.ADMIN)) {
            var _ = BrowserLogin.session(login);
        }
        return program
                ? administration.addProgram(id, user.name().strip(), user.roles())
                : administration.add(id, user.name().strip(), user.password(), user.roles());
    }

    @PatchMapping("/{id}")
    @Audited(Act.USER_CHANGED)
    User change(
            @AuthenticationPrincipal Caller caller,
            Authentication login,
            @PathVariable UserId id,
            @Valid @RequestBody ChangedUser user) {
        var name = user.name() == null ? null : user.name().strip();
        var change = new Administration.Change(name, user.password(), user.roles(), user.enabled());
        if (change.password() != null || administration.makesAdministrator(id, change)) {
            var _ = BrowserLogin.session(login);
        }
        return administration.change(caller, id, change);
    }
}
