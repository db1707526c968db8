package dev.pupitre.identity;

import dev.pupitre.audit.Audit;
import dev.pupitre.identity.ApiTokens.Made;
import dev.pupitre.identity.ApiTokens.Wish;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes and revokes tokens for those who may. */
@Component
class Tokens {
    /** More than anybody can tell apart. */
    private static final int MOST = 50;

    private final ApiTokens tokens;
    private final Users users;
    private final Clock clock;

    Tokens(ApiTokens tokens, Users users, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.clock = clock;
    }

    /** In the name of a program: a person's tokens are that person's to make. */
    Made makeForProgram(UserId program, Wish wish) {
        if (users.account(program).filter(Account::isProgram).isEmpty()) {
            throw new InvalidInput("user", "Expected a program, as only people themselves make tokens in their name");
        }
        return make(program, wish);
    }

    Made make(UserId user, Wish wish) {
        var account =
                users.account(user).orElseThrow(() -> new InvalidInput("user", "Expected a user, but it is none"));
        if (!account.roles().containsAll(wish.roles())) {
            throw new InvalidInput("roles", "Expected at most the user's own roles, %s".formatted(account.roles()));
        }
        if (wish.expiresAt() != null && !clock.instant().isBefore(wish.expiresAt())) {
            throw new InvalidInput("expiresAt", "Expected a time to come");
        }
        if (tokens.of(user).size() >= MOST) {
            throw new TooMany();
        }
        Audit.about(user.value());
        Audit.changing("token", null, wish.name());
        Audit.changing("roles", null, wish.roles());
        Audit.changing("readOnly", null, wish.readOnly());
        Audit.changing("expiresAt", null, wish.expiresAt());
        return tokens.make(user, wish);
    }

    void revoke(String id) {
        revoke(tokens.get(id).orElseThrow(NoSuchToken::new));
    }

    void revokeOwn(UserId user, String id) {
        revoke(tokens.get(id).filter(token -> token.user().equals(user)).orElseThrow(NoSuchToken::new));
    }

    private void revoke(ApiToken token) {
        Audit.about(token.user().value());
        Audit.changing("token", token.name(), null);
        tokens.revoke(token);
    }

    private static final class NoSuchToken extends NotFound {
        NoSuchToken() {
            super("Expected a token of that id, but there is none");
        }
    }

    private static final class TooMany extends Conflict {
        TooMany() {
            super("Expected fewer than %d tokens of one user: revoke those that are not needed".formatted(MOST));
        }
    }
}
