package dev.pupitre.identity;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audited;
import dev.pupitre.identity.ApiTokens.Made;
import dev.pupitre.identity.ApiTokens.Wish;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API tokens: one's own, and for administrators everybody's and those of programs. */
@RestController
@RequestMapping("/api/v1")
class TokensController {
    /** A token without its secret; {@code roles} is null where it has all of its user's. */
    record Token(
            String id,
            UserId user,
            String name,
            @Nullable String hint,
            @Nullable List<Role> roles,
            boolean readOnly,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {
        static Token of(ApiToken token) {
            return new Token(
                    token.id(),
                    token.user(),
                    token.name(),
                    token.hint(),
                    token.roles() == null
                            ? null
                            : token.roles().stream().sorted().toList(),
                    token.onlyReads(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt());
        }
    }

    /** With the secret, which is told this once. */
    record NewToken(Token token, String secret) {
        static NewToken of(Made made) {
            return new NewToken(Token.of(made.token()), made.secret());
        }
    }

    record Asked(
            @NotNull
            @Size(max = 100)
            @Pattern(regexp = UsersController.NOT_BLANK, message = UsersController.NOT_BLANK_EXPECTED)
            String name,

            @NotEmpty Set<Role> roles,
            @Nullable Boolean readOnly,
            @Nullable Instant expiresAt,
            @Nullable UserId user) {
        Wish wish() {
            return new Wish(name.strip(), roles, Boolean.TRUE.equals(readOnly), expiresAt);
        }
    }

    private final Tokens tokens;
    private final ApiTokens known;

    TokensController(Tokens tokens, ApiTokens known) {
        this.tokens = tokens;
        this.known = known;
    }

    @GetMapping("/me/tokens")
    List<Token> own(@AuthenticationPrincipal Caller caller) {
        return known.of(caller.id()).stream().map(Token::of).toList();
    }

    @PostMapping("/me/tokens")
    @Audited(Act.TOKEN_MADE)
    @ResponseStatus(HttpStatus.CREATED)
    NewToken makeOwn(@AuthenticationPrincipal Caller caller, Authentication login, @Valid @RequestBody Asked asked) {
        BrowserLogin.session(login);
        return NewToken.of(tokens.make(caller.id(), asked.wish()));
    }

    @DeleteMapping("/me/tokens/{id}")
    @Audited(Act.TOKEN_REVOKED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeOwn(@AuthenticationPrincipal Caller caller, Authentication login, @PathVariable String id) {
        BrowserLogin.session(login);
        tokens.revokeOwn(caller.id(), id);
    }

    @GetMapping("/tokens")
    @ForAdministrators
    List<Token> all() {
        return known.all().stream().map(Token::of).toList();
    }

    @PostMapping("/tokens")
    @ForAdministrators
    @Audited(Act.TOKEN_MADE)
    @ResponseStatus(HttpStatus.CREATED)
    NewToken makeForProgram(Authentication login, @Valid @RequestBody Asked asked) {
        BrowserLogin.session(login);
        if (asked.user() == null) {
            throw new InvalidInput("user", "Expected the program that it is for");
        }
        return NewToken.of(tokens.makeForProgram(asked.user(), asked.wish()));
    }

    @DeleteMapping("/tokens/{id}")
    @ForAdministrators
    @Audited(Act.TOKEN_REVOKED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        tokens.revoke(id);
    }
}
