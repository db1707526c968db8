package dev.pupitre.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNotPrimaryException;
import com.mongodb.ServerAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
class ApiProblemsTests {
    private final MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Probe())
            .setControllerAdvice(new ApiProblems())
            .build());

    @Test
    void tellsWhatIsNotThere() {
        assertProblem(mvc.get().uri("/missing").exchange(), 404, "Expected a thing, but there is none");
    }

    @Test
    void tellsWhatThePresentStateDoesNotAllow() {
        assertProblem(mvc.get().uri("/conflict").exchange(), 409, "Expected an open thing, but it is closed");
    }

    @Test
    void tellsTheFieldAndTheReasonOfAValueThatCannotBeAccepted() {
        var answer = mvc.get().uri("/invalid").exchange();

        assertProblem(answer, 400, "Expected text");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("text");
    }

    @Test
    void tellsTheFieldAndTheReasonOfABodyThatIsNotValid() {
        var answer = post("{\"text\": \" \", \"page\": \"1\"}");

        assertProblem(answer, 400, "text must not be blank");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("text");
    }

    @Test
    void refusesABodyThatIsNoJsonOrOfAnotherShape() {
        assertProblem(post("{"), 400, "Expected a JSON body of the documented shape");
        assertProblem(post("{\"text\": \"hi\", \"page\": \"\"}"), 400, "Expected a JSON body of the documented shape");
    }

    @Test
    void tellsTheFieldWhoseValueIsOfAnotherKind() {
        var answer = post("{\"text\": \"hi\", \"page\": \"\"}");

        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("page");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].message").isEqualTo("is not of the documented kind");
    }

    @Test
    void refusesAnIdentifierThatCannotBeOne() {
        assertThat(mvc.get().uri("/pages/" + "x".repeat(200))).hasStatus(400);
    }

    @Test
    void refusesWhatTheCallerMayNotDo() {
        assertProblem(mvc.get().uri("/forbidden").exchange(), 403, "Access Denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/store-away", "/store-electing"})
    void tellsThatTheStoreIsAway(String address) {
        assertProblem(mvc.get().uri(address).exchange(), 503, "The store does not answer; try again in a moment");
    }

    @Test
    void tellsAFaultOfItsOwnToTheLogOnly(CapturedOutput output) {
        assertProblem(mvc.get().uri("/fault").exchange(), 500, "Something is wrong here, and has been written down");

        assertThat(output).contains("GET /fault", "a secret detail");
    }

    @Test
    void saysNothingOfACallerWhoHasLeft(CapturedOutput output) {
        mvc.get().uri("/left").exchange();

        assertThat(output).doesNotContain("Broken pipe");
    }

    private MvcTestResult post(String json) {
        return mvc.post()
                .uri("/things")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static void assertProblem(MvcTestResult answer, int status, String detail) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo(detail);
    }

    private static final class NoSuchThing extends NotFound {
        NoSuchThing() {
            super("Expected a thing, but there is none");
        }
    }

    private static final class ThingClosed extends Conflict {
        ThingClosed() {
            super("Expected an open thing, but it is closed");
        }
    }

    @RestController
    static class Probe {
        record Thing(@NotBlank String text, PageId page) {}

        @GetMapping("/missing")
        void missing() {
            throw new NoSuchThing();
        }

        @GetMapping("/conflict")
        void conflict() {
            throw new ThingClosed();
        }

        @GetMapping("/invalid")
        void invalid() {
            throw new InvalidInput("text", "Expected text");
        }

        @PostMapping("/things")
        void make(@Valid @RequestBody Thing thing) {}

        @GetMapping("/pages/{page}")
        void page(@PathVariable PageId page) {}

        @GetMapping("/forbidden")
        void forbidden() {
            throw new AccessDeniedException("Access Denied");
        }

        @GetMapping("/store-away")
        void storeAway() {
            throw new DataAccessResourceFailureException("Timed out");
        }

        @GetMapping("/store-electing")
        void storeElecting() {
            throw new UncategorizedMongoDbException(
                    "not primary", new MongoNotPrimaryException(new BsonDocument(), new ServerAddress()));
        }

        @GetMapping("/fault")
        void fault() {
            throw new IllegalStateException("a secret detail");
        }

        @GetMapping("/left")
        void left() throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
