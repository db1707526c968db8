package dev.pupitre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.resource.NoResourceFoundException;

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
    @ValueSource(
            strings = {
                "/login",
                "/desk",
                "/desk/0198-c",
                "/pages",
                "/pages/1",
                "/pages/connect/s",
                "/campaigns/sales/people",
                "/teams",
                "/admin",
                "/admin/audit",
                "/account",
                "/rules",
                "/sandbox",
                "/sandbox/customer"
            })
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
    void leavesItToThePageWhereSomebodyBegins() {
        assertThat(mvc.get().uri("/")).hasStatusOk().bodyText().contains("<title>A page of the tests</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/api/customers", "/sandbox/graph/v25.0", "/desk/1/2", "/elsewhere"})
    void leavesOtherAddressesAlone(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void tellsAPersonThatAnAddressLeadsNowhereOnAScreen() throws IOException {
        var answer = nowhere("/elsewhere", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.TEXT_HTML);
    }

    @ParameterizedTest
    @CsvSource({"/elsewhere,application/json", "/api/v1/elsewhere,text/html"})
    void tellsAProgramThatAnAddressLeadsNowhereAsAProblem(String address, String accept) throws IOException {
        var answer = nowhere(address, accept);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getBody()).isInstanceOf(ProblemDetail.class);
    }

    private static ResponseEntity<?> nowhere(String address, String accept) throws IOException {
        var page = new Screens.Page(new ByteArrayResource("<title>A page</title>".getBytes(StandardCharsets.UTF_8)));
        var request = new MockHttpServletRequest("GET", address);
        request.addHeader(HttpHeaders.ACCEPT, accept);
        return new Screens.Nowhere(page)
                .handle(new NoResourceFoundException(HttpMethod.GET, address, address.substring(1)), request);
    }
}
