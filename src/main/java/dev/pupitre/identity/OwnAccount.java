package dev.pupitre.identity;

import dev.pupitre.audit.Audit;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** What users change of themselves. */
@Component
class OwnAccount {
    private final Users users;
    private final LoginSessions sessions;
    private final LoginThrottle throttle;
    private final PasswordEncoder passwords;

    OwnAccount(Users users, LoginSessions sessions, LoginThrottle throttle, PasswordEncoder passwords) {
        this.users = users;
        this.sessions = sessions;
        this.throttle = throttle;
        this.passwords = passwords;
    }

    User get(Caller caller) {
        return account(caller.id()).user();
    }

    User rename(Caller caller, String name) {
        Audit.about(caller.getName());
        Audit.changing("name", account(caller.id()).displayName(), name);
        return users.change(caller.id(), Update.update("displayName", name))
                .orElseThrow(() -> new Gone(caller.id()))
                .user();
    }

    /** Ends all other sessions: whoever knew the old password may have opened one. */
    void changePassword(Caller caller, String session, String address, Secret present, Secret wanted) {
        var account = account(caller.id());
        if (account.passwordHash() == null) {
            throw new NoPassword();
        }
        throttle.attempt(address, Optional.of(caller.id())).ifPresent(OwnAccount::refuseForNow);
        if (!passwords.matches(present.value(), account.passwordHash())) {
            throw new InvalidInput("current", "Expected the present password, but it is another");
        }
        throttle.succeeded(address, caller.id());
        PasswordRule.violation(wanted, List.of(caller.getName(), account.displayName()))
                .ifPresent(violation -> {
                    throw new InvalidInput("password", "Expected the password " + violation);
                });
        Audit.about(caller.getName());
        users.changePasswordHash(caller.id(), Objects.requireNonNull(passwords.encode(wanted.value())));
        sessions.endAllBut(caller.id(), session);
    }

    private static void refuseForNow(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS, "Too many wrong passwords; try again in %d seconds".formatted(seconds));
        var refusal = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS, problem, null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        throw refusal;
    }

    private Account account(UserId id) {
        return users.account(id).orElseThrow(() -> new Gone(id));
    }

    private static final class Gone extends NotFound {
        Gone(UserId id) {
            super("Expected a user %s, but there is none".formatted(id));
        }
    }

    private static final class NoPassword extends Conflict {
        NoPassword() {
            super("Expected a user with a password, but this one logs in elsewhere");
        }
    }
}
