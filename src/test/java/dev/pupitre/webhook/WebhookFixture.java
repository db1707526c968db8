package dev.pupitre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.pupitre.graph.PageAccess;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/** The Page and the customer of the samples in {@code src/test/resources/meta}, which have the shapes Meta sends. */
final class WebhookFixture {
    static final PageId PAGE = new PageId("100000000000001");
    static final String CUSTOMER = "7000000000000001";

    private WebhookFixture() {}

    static void connect(Pages pages) {
        var access = new PageAccess(PAGE, new Secret("token"), null);
        given(pages.find(PAGE)).willReturn(Optional.of(new Page(PAGE, "Café", ZoneId.of("Europe/Paris"), access)));
    }

    static byte[] sample(String name) {
        try (var file = WebhookFixture.class.getResourceAsStream("/meta/" + name + ".json")) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The sample with a part of it replaced. */
    static byte[] sampleWith(String name, String part, String replacement) {
        return with(sample(name), part, replacement);
    }

    static byte[] with(byte[] body, String part, String replacement) {
        var text = new String(body, UTF_8);
        assertThat(text).contains(part);
        return text.replace(part, replacement).getBytes(UTF_8);
    }

    /** A body that is understood and has so many bytes. */
    static byte[] textOfLength(int length) {
        var body = new String(sample("text"), UTF_8).strip();
        return (body + " ".repeat(length - body.getBytes(UTF_8).length)).getBytes(UTF_8);
    }
}
