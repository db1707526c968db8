package dev.pupitre.graph;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the Graph API is and how long we wait for it, {@code pupitre.graph.*}.
 *
 * @param baseUrl Meta's address, or the sandbox's
 * @param version the version of the API, such as {@code v25.0}
 * @param dialogUrl where people are asked, in their browser, to let our app act for their Pages; it may name {@code {version}}
 * @param connectTimeout how long opening a connection may take
 * @param timeout how long a whole call may take
 * @param uploadTimeout how long bringing a file to Meta may take
 */
@Validated
@ConfigurationProperties("pupitre.graph")
record GraphProperties(
        @DefaultValue("https://graph.facebook.com") URI baseUrl,

        @DefaultValue("v25.0") @Pattern(regexp = "v\\d{1,3}\\.\\d{1,2}")
        String version,

        @DefaultValue("https://www.facebook.com/{version}/dialog/oauth")
        String dialogUrl,

        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("75s") Duration uploadTimeout) {

    String dialogAddress() {
        return dialogUrl.replace("{version}", version);
    }

    String endpoint() {
        var base = baseUrl.toString();
        return (base.endsWith("/") ? base : base + "/") + version;
    }
}
