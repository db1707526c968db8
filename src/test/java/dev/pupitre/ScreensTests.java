package dev.pupitre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ScreensTests {
    private final MockMvcTester mvc = serving("<title>A page of the tests</title>");

    private static MockMvcTester serving(String index) {
        try {
            var page = new Screens.Page(new ByteArrayResource(index.getBytes(StandardCharsets.UTF_8)));
            return MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Screens(page), new Screens.Sandbox(page))
                    .build());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/desk", "/desk/0198-c", "/sandbox", "/sandbox/customer"})
    void servesThePageUnderEachAddressAndHasItAskedForAnew(String address) {
        assertThat(mvc.get().uri(address))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .bodyText()
                .contains("<title>A page of the tests</title>");
    }

    @Test
    void sendsThePageAgainOnlyWhenItsContentHasChanged() {
        var first = mvc.get().uri("/desk").exchange();
        var known = String.valueOf(first.getResponse().getHeader(HttpHeaders.ETAG));
        var upgraded = serving("<title>The page of the next version</title>");

        assertThat(first).doesNotContainHeader(HttpHeaders.LAST_MODIFIED);
        assertThat(mvc.get().uri("/desk").header(HttpHeaders.IF_NONE_MATCH, known))
                .hasStatus(HttpStatus.NOT_MODIFIED);
        assertThat(upgraded.get().uri("/desk").header(HttpHeaders.IF_NONE_MATCH, known))
                .hasStatusOk()
                .bodyText()
                .contains("next version");
    }

    @Test
    void startsAtTheDesk() {
        assertThat(mvc.get().uri("/")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/api/customers", "/sandbox/graph/v25.0", "/desk/1/2", "/elsewhere"})
    void leavesOtherAddressesAlone(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(HttpStatus.NOT_FOUND);
    }
}
