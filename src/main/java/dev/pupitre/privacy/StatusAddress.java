package dev.pupitre.privacy;

import dev.pupitre.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a person finds how far the deletion has got; Meta shows them this address. */
@Component
class StatusAddress {
    private static final Logger LOG = LoggerFactory.getLogger(StatusAddress.class);

    private final PrivacyProperties properties;
    private final Pages pages;

    StatusAddress(PrivacyProperties properties, Pages pages) {
        this.properties = properties;
        this.pages = pages;
    }

    URI of(String code, HttpServletRequest request) {
        return base().map(UriComponentsBuilder::fromUri)
                .orElseGet(() -> ServletUriComponentsBuilder.fromContextPath(request))
                .pathSegment("privacy", "deletions", code)
                .build()
                .toUri();
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        LOG.info(
                "People are shown the state of a deletion at {}",
                base().map(URI::toString).orElse("the address that Meta's call comes to"));
    }

    /** Where this room has no address of its own, browsers find it with the others. */
    private Optional<URI> base() {
        return Optional.ofNullable(properties.publicUrl())
                .filter(url -> url.getHost() != null)
                .or(pages::address);
    }
}
