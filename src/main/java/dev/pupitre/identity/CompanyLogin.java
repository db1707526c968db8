package dev.pupitre.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Lets people in by their company's own login
 * (<a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect's code flow</a>).
 */
@Component
class CompanyLogin {
    static final String ID = "company";
    static final String BEGIN = "/oauth2/authorization/" + ID;

    private static final Logger LOG = LoggerFactory.getLogger(CompanyLogin.class);
    private static final Set<String> TOLD =
            Set.of(CompanyUsers.UNKNOWN, CompanyUsers.NO_ROLE, CompanyUsers.DISABLED, CompanyUsers.TAKEN);

    private final OidcProperties properties;
    private final CompanyUsers users;
    private final ClientRegistrationRepository registrations;

    CompanyLogin(OidcProperties properties, CompanyUsers users) {
        this.properties = properties;
        this.users = users;
        // Asked for at the first login: whether the provider answers must not decide whether Pupitre starts.
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(String.valueOf(properties.issuer()))
                .registrationId(ID)
                .clientId(properties.clientId())
                .clientSecret(
                        properties.clientSecret() == null
                                ? ""
                                : properties.clientSecret().value())
                .scope(properties.scopes())
                .build();
    }

    boolean isOn() {
        return properties.issuer() != null;
    }

    String name() {
        return properties.name();
    }

    void configure(HttpSecurity http, boolean alwaysSecure) {
        if (isOn()) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .clientRegistrationRepository(registrations)
                    .authorizedClientRepository(new NothingKept())
                    .authorizationEndpoint(begin ->
                            begin.authorizationRequestRepository(new CompanyLoginCookie(registrations, alwaysSecure)))
                    .userInfoEndpoint(info -> info.oidcUserService(users))
                    .successHandler((request, response, person) -> response.sendRedirect("/"))
                    .failureHandler(CompanyLogin::refuse)
                    .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                        @Override
                        public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F begin) {
                            begin.setAuthenticationFailureHandler(CompanyLogin::refuse);
                            return begin;
                        }
                    }));
        }
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var code = refusal instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "failed";
        if (!TOLD.contains(code)) {
            LOG.warn("Expected the company's login to let somebody in, but: {}", refusal.getMessage());
        }
        response.sendRedirect("/login?company=" + (TOLD.contains(code) ? code : "failed"));
    }

    /**
     * Where a browser goes to be logged out there, too, if the provider has
     * <a href="https://openid.net/specs/openid-connect-rpinitiated-1_0.html">such an address</a>.
     */
    Optional<URI> logout(HttpServletRequest request) {
        if (!isOn()) {
            return Optional.empty();
        }
        try {
            return logout(request, Objects.requireNonNull(registrations.findByRegistrationId(ID)));
        } catch (IllegalArgumentException away) {
            LOG.warn("Expected the company's login to describe itself, but: {}", away.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<URI> logout(HttpServletRequest request, ClientRegistration registration) {
        var end = registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return Optional.ofNullable(end)
                .map(address -> ServletUriComponentsBuilder.fromUriString(address.toString())
                        .queryParam("client_id", registration.getClientId())
                        .queryParam(
                                "post_logout_redirect_uri",
                                ServletUriComponentsBuilder.fromContextPath(request)
                                        .path("/login")
                                        .toUriString())
                        .encode()
                        .build()
                        .toUri());
    }

    /** The provider's tokens tell who somebody is, once; nobody is asked anything with them later. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"
        }) // As the interface has it; its caller takes null.
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, @Nullable Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                @Nullable Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                @Nullable Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
