package dev.pupitre.sandbox;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** The dialog in which a person chooses the Pages and permissions that an app gets. */
@Profile("local")
@RestController
class LoginDialog {
    private final Logins logins;
    private final FacebookPages pages;
    private final SandboxProperties settings;

    LoginDialog(Logins logins, FacebookPages pages, SandboxProperties settings) {
        this.logins = logins;
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping(path = "/sandbox/dialog/oauth", produces = MediaType.TEXT_HTML_VALUE)
    String ask(@RequestParam Map<String, String> parameters, Locale locale) {
        var request = LoginRequest.of(parameters, settings.appId());
        var french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title><link rel="stylesheet" href="/sandbox/dialog/style.css"></head>
                <body><main><form method="post" action="/sandbox/dialog/oauth">
                <h1>%s</h1><p>%s</p>
                %s
                <fieldset><legend>%s</legend>%s</fieldset>
                <fieldset><legend>%s</legend>%s</fieldset>
                <p class="buttons"><button name="answer" value="cancel">%s</button>
                <button class="primary" name="answer" value="grant">%s</button></p>
                </form></main></body></html>
                """.formatted(
                french ? "fr" : "en",
                french ? "Se connecter avec Facebook (bac à sable)" : "Log in with Facebook (sandbox)",
                french ? "Se connecter avec Facebook" : "Log in with Facebook",
                (french ? "Vous êtes %s. Aucun compte réel n’est en jeu." : "You are %s. No real account is involved.")
                        .formatted(Logins.NAME),
                hidden(parameters),
                "Pages",
                pages.all().stream()
                        .map(page -> box("pages", page.id(), page.name()))
                        .collect(Collectors.joining()),
                french ? "Autorisations" : "Permissions",
                request.scopes().stream()
                        .map(scope -> box("permissions", scope, scope))
                        .collect(Collectors.joining()),
                french ? "Annuler" : "Cancel",
                french ? "Continuer" : "Continue");
    }

    @GetMapping(path = "/sandbox/dialog/style.css", produces = "text/css")
    Resource style() {
        return new ClassPathResource("sandbox/dialog.css");
    }

    @PostMapping(path = "/sandbox/dialog/oauth", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> answer(@RequestParam MultiValueMap<String, String> form) {
        var request = LoginRequest.of(form.toSingleValueMap(), settings.appId());
        var location = "grant".equals(form.getFirst("answer"))
                ? grant(request, set(form.get("permissions")), set(form.get("pages")))
                : request.refused();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(location).build();
    }

    /** The same without a browser. */
    @PostMapping("/sandbox/api/dialog")
    Answered answer(@RequestBody Answer answer) {
        var parameters = new LinkedHashMap<String, String>();
        UriComponentsBuilder.fromUri(URI.create(answer.url()))
                .build(true)
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> parameters.put(name, decoded(value)));
        var request = LoginRequest.of(parameters, settings.appId());
        if (Boolean.TRUE.equals(answer.cancel())) {
            return new Answered(request.refused().toString());
        }
        var permissions = new LinkedHashSet<>(request.scopes());
        permissions.removeAll(set(answer.declined()));
        var chosen = answer.pages() == null
                ? pages.all().stream().map(FacebookPage::id).collect(Collectors.toSet())
                : set(answer.pages());
        return new Answered(grant(request, permissions, chosen).toString());
    }

    record Answer(
            String url,
            @Nullable List<String> pages,
            @Nullable List<String> declined,
            @Nullable Boolean cancel) {}

    record Answered(String location) {}

    private URI grant(LoginRequest request, Set<String> permissions, Set<String> chosen) {
        var asked = new LinkedHashSet<>(permissions);
        asked.retainAll(request.scopes());
        return request.granted(logins.grant(asked, chosen, request.redirect(), request.challenge()));
    }

    private static String hidden(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escaped(parameter.getKey()), escaped(parameter.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String box(String name, String value, String label) {
        return "<label><input type=\"checkbox\" name=\"%s\" value=\"%s\" checked> %s</label>"
                .formatted(name, escaped(value), escaped(label));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String decoded(@Nullable String value) {
        return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static Set<String> set(@Nullable List<String> values) {
        return values == null ? Set.of() : new LinkedHashSet<>(values);
    }
}
