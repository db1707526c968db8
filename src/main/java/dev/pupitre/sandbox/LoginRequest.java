package dev.pupitre.sandbox;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** What an app asks of a person by the login dialog (Facebook Login, "Manually build a login flow"). */
record LoginRequest(
        String clientId,
        String redirect,
        @Nullable String state,
        Set<String> scopes,
        @Nullable String challenge) {

    static LoginRequest of(Map<String, String> parameters, String appId) {
        var client = parameters.getOrDefault("client_id", "");
        if (!client.equals(appId)) {
            throw wrong("Invalid App ID: " + client);
        }
        if (!parameters.getOrDefault("response_type", "code").equals("code")) {
            throw wrong("The sandbox knows response_type=code only");
        }
        var method = parameters.getOrDefault("code_challenge_method", "S256");
        if (!method.equals("S256")) {
            throw wrong("The sandbox knows code_challenge_method=S256 only");
        }
        var scopes = new LinkedHashSet<>(
                Arrays.asList(parameters.getOrDefault("scope", "public_profile").split("[,\\s]+")));
        scopes.retainAll(Permissions.ALL);
        return new LoginRequest(
                client,
                redirect(parameters.getOrDefault("redirect_uri", "")),
                parameters.get("state"),
                scopes,
                parameters.get("code_challenge"));
    }

    URI granted(String code) {
        var location = UriComponentsBuilder.fromUriString(redirect).queryParam("code", "{code}");
        if (state != null) {
            location.queryParam("state", "{state}");
        }
        return location.fragment("_=_")
                .encode()
                .buildAndExpand(state == null ? Map.of("code", code) : Map.of("code", code, "state", state))
                .toUri();
    }

    URI refused() {
        var location = UriComponentsBuilder.fromUriString(redirect)
                .queryParam("error", "access_denied")
                .queryParam("error_code", "200")
                .queryParam("error_description", "Permissions error")
                .queryParam("error_reason", "user_denied");
        if (state != null) {
            location.queryParam("state", "{state}");
        }
        return location.encode()
                .buildAndExpand(state == null ? Map.of() : Map.of("state", state))
                .toUri();
    }

    private static String redirect(String address) {
        try {
            var scheme = String.valueOf(URI.create(address).getScheme());
            if (scheme.equals("http") || scheme.equals("https")) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            throw wrong("The redirect_uri is malformed: " + address);
        }
        throw wrong("The redirect_uri has to be an address of the app: " + address);
    }

    private static ResponseStatusException wrong(String message) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
    }
}
