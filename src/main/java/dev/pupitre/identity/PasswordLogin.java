package dev.pupitre.identity;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Shows our users to Spring Security's login by password, and takes the hashes that it renews. */
@Component
class PasswordLogin implements UserDetailsService, UserDetailsPasswordService {
    private final Users users;

    PasswordLogin(Users users) {
        this.users = users;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return userId(name)
                .flatMap(users::account)
                .flatMap(account -> Optional.ofNullable(account.passwordHash()).map(hash -> details(account, hash)))
                .orElseThrow(() -> new UsernameNotFoundException("Expected a user with a password"));
    }

    private static UserDetails details(Account account, String hash) {
        return User.withUsername(account.id().value())
                .password(hash)
                .disabled(!account.enabled())
                .roles(account.roles().stream().map(Role::name).toArray(String[]::new))
                .build();
    }

    /** Names are written small, and people type them as they like; what cannot be an id is nobody's. */
    static Optional<UserId> userId(@Nullable String name) {
        try {
            return Optional.ofNullable(name)
                    .map(typed -> new UserId(typed.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
        if (hash == null) {
            return user;
        }
        users.changePasswordHash(new UserId(user.getUsername()), hash);
        return User.withUserDetails(user).password(hash).build();
    }
}
