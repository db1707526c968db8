package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static Node node;

    private Browser administrator;
    private Browser nadia;

    @BeforeAll
    static void startNode() {
        STORE.bind("localhost", 0);
        node = Node.start("local", STORE.getConnectionString() + "/identity");
    }

    @AfterAll
    static void stopNode() {
        node.close();
        STORE.shutdownNow();
    }

    @BeforeEach
    void logIn() {
        administrator = node.browser();
        administrator.logIn("admin", "admin");
        administrator.get("/api/v1/probe");
        nadia = node.browser();
        nadia.logIn("nadia", "nadia");
        nadia.get("/api/v1/probe");
    }

    @Test
    void showsANewTokenOnceAndKeepsOnlyItsFingerprint() {
        var made = made(nadia.send("POST", "/api/v1/me/tokens", wish("Export", "ANALYST", "")));
        var secret = made.get("secret").asString();

        assertThat(secret).startsWith("pup_").hasSizeGreaterThan(40);
        assertThat(node.browser().withToken(secret).get("/api/v1/probe").body())
                .isEqualTo("nadia Nadia Haddad [ANALYST]");
        assertThat(nadia.get("/api/v1/me/tokens").body())
                .contains("\"name\":\"Export\"", "\"hint\":\"" + secret.substring(secret.length() - 4))
                .doesNotContain(secret);
        assertThat(node.get(MongoTemplate.class)
                        .getCollection("apiTokens")
                        .find()
                        .map(Object::toString))
                .isNotEmpty()
                .allSatisfy(stored -> assertThat(stored).doesNotContain(secret));
    }

    @Test
    void revokesATokenAtOnce() {
        var made = made(nadia.send("POST", "/api/v1/me/tokens", wish("Short-lived", "ANALYST", "")));
        var program = node.browser().withToken(made.get("secret").asString());
        assertThat(program.get("/api/v1/probe").statusCode()).isEqualTo(200);

        nadia.send("DELETE", "/api/v1/me/tokens/" + made.at("/token/id").asString(), "");

        assertThat(program.get("/api/v1/probe").statusCode()).isEqualTo(401);
    }

    @Test
    void letsAReadOnlyTokenChangeNothing() {
        var made = made(nadia.send("POST", "/api/v1/me/tokens", wish("Reader", "ANALYST", ",\"readOnly\":true")));
        var reader = node.browser().withToken(made.get("secret").asString());

        assertThat(reader.get("/api/v1/probe").statusCode()).isEqualTo(200);
        assertThat(reader.post("/api/v1/probe").statusCode()).isEqualTo(403);
        assertThat(reader.post("/api/v1/functional").statusCode())
                .as("what no controller serves")
                .isEqualTo(403);
        assertThat(nadia.post("/api/v1/functional").statusCode()).isEqualTo(200);
    }

    @Test
    void givesATokenNoMoreThanItsOwnRolesAndThoseItsUserStillHas() {
        administrator.send(
                "POST",
                "/api/v1/users",
                "{\"id\":\"feed\",\"name\":\"Feed\",\"roles\":[\"AGENT\",\"ANALYST\"],\"program\":true}");
        var made = made(administrator.send("POST", "/api/v1/tokens", wish("Nightly", "ANALYST", ",\"user\":\"feed\"")));
        var program = node.browser().withToken(made.get("secret").asString());
        assertThat(program.get("/api/v1/probe").body()).isEqualTo("feed Feed [ANALYST]");

        administrator.send("PATCH", "/api/v1/users/feed", "{\"roles\":[\"AGENT\"]}");

        assertThat(program.get("/api/v1/probe").body()).isEqualTo("feed Feed []");
        assertThat(program.get("/api/v1/analysts-only").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesRolesThatTheUserDoesNotHaveATimePastAndAPersonsName() {
        assertRefused(nadia.send("POST", "/api/v1/me/tokens", wish("Grand", "ADMIN", "")), "roles");
        assertRefused(
                nadia.send(
                        "POST",
                        "/api/v1/me/tokens",
                        wish("Late", "ANALYST", ",\"expiresAt\":\"2020-01-01T00:00:00Z\"")),
                "expiresAt");
        assertRefused(
                administrator.send("POST", "/api/v1/tokens", wish("As nadia", "ANALYST", ",\"user\":\"nadia\"")),
                "user");
    }

    @Test
    void endsATokenAtItsTime() {
        var tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1));
        var made = made(nadia.send(
                "POST", "/api/v1/me/tokens", wish("A day", "ANALYST", ",\"expiresAt\":\"%s\"".formatted(tomorrow))));
        var program = node.browser().withToken(made.get("secret").asString());
        assertThat(program.get("/api/v1/probe").statusCode()).isEqualTo(200);

        node.get(MongoTemplate.class)
                .updateFirst(
                        Query.query(where("_id").is(made.at("/token/id").asString())),
                        Update.update("expiresAt", tomorrow.minus(Duration.ofDays(2))),
                        ApiToken.class);

        assertThat(program.get("/api/v1/probe").statusCode()).isEqualTo(401);
    }

    @Test
    void areInUseByACallAndNotBecauseAStreamIsOpen() {
        var made = made(nadia.send("POST", "/api/v1/me/tokens", wish("Feed", "ANALYST", "")));
        var id = made.at("/token/id").asString();
        var tokens = node.get(ApiTokens.class);

        assertThat(tokens.byId(id)).isPresent();
        assertThat(tokens.get(id)).map(ApiToken::lastUsedAt).isEmpty();
        node.browser().withToken(made.get("secret").asString()).get("/api/v1/probe");

        assertThat(tokens.get(id)).map(ApiToken::lastUsedAt).isPresent();
    }

    @Test
    void makesNoTokenByAToken() {
        var program = node.browser().withToken("local-dev-token");

        assertThat(program.send("POST", "/api/v1/me/tokens", wish("Child", "AGENT", ""))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void opensNoWayInByAToken() {
        var program = node.browser().withToken("local-dev-token");
        administrator.send("POST", "/api/v1/users", person("left", "AGENT"));

        assertThat(program.send("POST", "/api/v1/users", person("backdoor", "ADMIN"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(program.send("POST", "/api/v1/users", program("robot", "ADMIN"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(program.send("PATCH", "/api/v1/users/left", "{\"password\":\"seventeen-grey-herons\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(program.send("PATCH", "/api/v1/users/left", "{\"roles\":[\"ADMIN\"]}")
                        .statusCode())
                .isEqualTo(403);

        assertThat(administrator.get("/api/v1/users").body()).doesNotContain("backdoor", "robot");
        assertThat(node.browser().logIn("left", "seventeen-grey-herons").statusCode())
                .isEqualTo(401);
    }

    /** Whoever lets a colleague in again later does not ask who made them an administrator meanwhile. */
    @Test
    void makesNobodyAnAdministratorByATokenWhoIsDisabled() {
        var program = node.browser().withToken("local-dev-token");
        administrator.send("POST", "/api/v1/users", person("sleeper", "AGENT"));
        administrator.send("PATCH", "/api/v1/users/sleeper", "{\"enabled\":false}");

        assertThat(program.send("PATCH", "/api/v1/users/sleeper", "{\"roles\":[\"ADMIN\"]}")
                        .statusCode())
                .isEqualTo(403);

        administrator.send("PATCH", "/api/v1/users/sleeper", "{\"roles\":[\"ADMIN\"]}");
        assertThat(program.send("PATCH", "/api/v1/users/sleeper", "{\"enabled\":true}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void administersTheRestByAToken() {
        var program = node.browser().withToken("local-dev-token");

        assertThat(program.send("POST", "/api/v1/users", program("helper", "AGENT"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(program.send("POST", "/api/v1/users", person("maria", "AGENT"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(program.send("PATCH", "/api/v1/users/helper", "{\"roles\":[\"ANALYST\"],\"enabled\":false}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(program.send("PATCH", "/api/v1/users/admin", "{\"roles\":[\"ADMIN\"]}")
                        .statusCode())
                .as("nothing that was not there")
                .isEqualTo(200);
    }

    private static String person(String id, String role) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"password\":\"a-long-password\",\"roles\":[\"%s\"]}"
                .formatted(id, id, role);
    }

    private static String program(String id, String role) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"program\":true,\"roles\":[\"%s\"]}".formatted(id, id, role);
    }

    @Test
    void leavesOtherPeoplesTokensAlone() {
        var made = made(administrator.send("POST", "/api/v1/me/tokens", wish("Mine", "ADMIN", "")));
        var id = made.at("/token/id").asString();

        assertThat(nadia.send("DELETE", "/api/v1/me/tokens/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(nadia.get("/api/v1/me/tokens").body()).doesNotContain(id);
        assertThat(administrator.send("DELETE", "/api/v1/tokens/" + id, "").statusCode())
                .isEqualTo(204);
    }

    private static String wish(String name, String role, String more) {
        return "{\"name\":\"%s\",\"roles\":[\"%s\"]%s}".formatted(name, role, more);
    }

    private static JsonNode made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(201);
        return new JsonMapper().readTree(answer.body());
    }

    private static void assertRefused(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonMapper()
                        .readTree(answer.body())
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo(field);
    }
}
