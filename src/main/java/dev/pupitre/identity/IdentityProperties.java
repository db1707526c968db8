package dev.pupitre.identity;

import dev.pupitre.kernel.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who gets in and for how long, {@code pupitre.identity.*}.
 *
 * @param recheck how soon a logout, a revoked token or a changed role is noticed by the other nodes
 * @param hashStrength of new password hashes: each step doubles the work; older hashes are renewed at the next login
 */
@Validated
@ConfigurationProperties("pupitre.identity")
record IdentityProperties(
        @DefaultValue @Valid Sessions session,
        @DefaultValue @Valid Throttle throttle,
        @DefaultValue @Valid Admin admin,
        @DefaultValue("10s") Duration recheck,
        @DefaultValue("12") @Min(4) @Max(20) int hashStrength) {

    /**
     * How long a browser stays logged in.
     *
     * @param idle without any request
     * @param lifetime at most, since a desk that is left open goes on asking for events
     */
    record Sessions(
            @DefaultValue("12h") Duration idle,
            @DefaultValue("24h") Duration lifetime) {}

    /**
     * How many wrong passwords are borne at once, of which one is forgiven after each interval; counted per node.
     *
     * @param perUser for one user name
     * @param perAddress from one address: many agents may share the address of their office
     */
    record Throttle(
            @DefaultValue("5") @Min(1) int perUser,
            @DefaultValue("30s") Duration userRecovery,
            @DefaultValue("50") @Min(1) int perAddress,
            @DefaultValue("3s") Duration addressRecovery) {}

    /** The first administrator of server mode, created only while there is no user at all. */
    record Admin(
            @DefaultValue("admin") @NotBlank String name,
            @Nullable Secret password,
            @Nullable Secret token) {}
}
