package dev.pupitre.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser has to bring back from the provider: kept by that browser alone, so that any node can go on and nobody
 * can fill the store by beginning logins.
 */
final class CompanyLoginCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final JsonMapper JSON = new JsonMapper();

    /** The parts of the request that are made up anew for each login. */
    record Begun(String state, String redirectUri, Map<String, String> parameters, Map<String, String> attributes) {}

    private final ClientRegistrationRepository registrations;
    private final boolean alwaysSecure;

    /** Where there is TLS, the prefix keeps other hosts of the domain from setting it. */
    private final String name;

    CompanyLoginCookie(ClientRegistrationRepository registrations, boolean alwaysSecure) {
        this.registrations = registrations;
        this.alwaysSecure = alwaysSecure;
        this.name = alwaysSecure ? "__Host-PUPITRE_COMPANY" : "PUPITRE_COMPANY";
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return begun(request)
                .filter(begun -> begun.state().equals(request.getParameter(OAuth2ParameterNames.STATE)))
                .map(this::request)
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            set("", Duration.ZERO, request, response);
            return;
        }
        var kept = new Begun(
                String.valueOf(begun.getState()),
                String.valueOf(begun.getRedirectUri()),
                texts(begun.getAdditionalParameters()),
                texts(begun.getAttributes()));
        var value = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(kept).getBytes(StandardCharsets.UTF_8));
        set(value, PATIENCE, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var begun = loadAuthorizationRequest(request);
        set("", Duration.ZERO, request, response);
        return begun;
    }

    private Optional<Begun> begun(HttpServletRequest request) {
        try {
            return Optional.ofNullable(WebUtils.getCookie(request, name))
                    .map(cookie -> JSON.readValue(Base64.getUrlDecoder().decode(cookie.getValue()), Begun.class));
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private OAuth2AuthorizationRequest request(Begun begun) {
        var registration = Objects.requireNonNull(registrations.findByRegistrationId(CompanyLogin.ID));
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .scopes(registration.getScopes())
                .state(begun.state())
                .redirectUri(begun.redirectUri())
                .additionalParameters(Map.copyOf(begun.parameters()))
                .attributes(Map.copyOf(begun.attributes()))
                .build();
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        var texts = new TreeMap<String, String>();
        values.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }

    private void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(alwaysSecure || request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
