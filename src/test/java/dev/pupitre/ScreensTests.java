package dev.pupitre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ScreensTests {
    private MockMvcTester mvc;

    @BeforeEach
    void serveAPage(@TempDir Path directory) throws IOException {
        Path index = Files.writeString(directory.resolve("index.html"), "<title>A page of the tests</title>");
        var page = new Screens.Page(new FileSystemResource(index));
        mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Screens(page), new Screens.Sandbox(page))
                .build());
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
    void startsAtTheDesk() {
        assertThat(mvc.get().uri("/")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/api/customers", "/sandbox/graph/v25.0", "/desk/1/2", "/elsewhere"})
    void leavesOtherAddressesAlone(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(HttpStatus.NOT_FOUND);
    }
}
