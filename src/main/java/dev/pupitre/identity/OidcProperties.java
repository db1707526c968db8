package dev.pupitre.identity;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The company's own login beside the form, by OpenID Connect, {@code pupitre.identity.oidc.*}; off without an issuer.
 *
 * @param issuer where the provider describes itself, below {@code /.well-known/openid-configuration}
 * @param name what the button calls it
 * @param userClaim which claim is the user's id here, at the first login; afterwards the provider's own subject counts
 * @param newUsers whether whoever the provider lets in becomes a user, or only those that an administrator has added
 * @param rolesClaim which claim names the person's groups, with dots into nested ones; without it, roles are given here
 * @param roles which groups make which role, at every login
 * @param defaultRoles of new users, where no claim gives them any
 */
@Validated
@ConfigurationProperties("pupitre.identity.oidc")
record OidcProperties(
        @Nullable URI issuer,
        @DefaultValue("pupitre") String clientId,
        @Nullable Secret clientSecret,
        @DefaultValue("SSO") @NotBlank String name,
        @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
        @DefaultValue("preferred_username") @NotBlank String userClaim,
        @DefaultValue("false") boolean newUsers,
        @Nullable String rolesClaim,
        @DefaultValue Map<Role, List<String>> roles,
        @DefaultValue Set<Role> defaultRoles) {

    @AssertTrue(message = "a client secret is needed with an issuer")
    boolean isComplete() {
        return issuer == null || clientSecret != null;
    }
}
