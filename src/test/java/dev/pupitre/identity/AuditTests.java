package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static Node node;

    private Browser administrator;

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
    }

    @Test
    void tellsWhoDidWhatToWhomFromWhereAndWhatChanged() {
        add("changed");
        administrator.send("PATCH", "/api/v1/users/changed", "{\"name\":\"Other\",\"roles\":[\"ADMIN\",\"AGENT\"]}");

        var entry = done("changed", "USER_CHANGED");

        assertThat(entry.get("by").asString()).isEqualTo("admin");
        assertThat(entry.get("name").asString()).isEqualTo("Ada Admin");
        assertThat(entry.get("token").isNull()).isTrue();
        assertThat(entry.get("address").asString()).isNotBlank();
        assertThat(entry.get("changes").toString())
                .isEqualTo("[{\"field\":\"name\",\"before\":\"Name of changed\",\"after\":\"Other\"},"
                        + "{\"field\":\"roles\",\"before\":\"AGENT\",\"after\":\"ADMIN, AGENT\"}]");
    }

    @Test
    void namesTheTokenByWhichAProgramActs() {
        node.browser()
                .withToken("local-dev-token")
                .send(
                        "POST",
                        "/api/v1/users",
                        "{\"id\":\"by-program\",\"name\":\"By\",\"program\":true,\"roles\":[\"AGENT\"]}");

        var entry = done("by-program", "USER_ADDED");

        assertThat(entry.get("by").asString()).isEqualTo("local-program");
        assertThat(entry.get("token").asString()).isEqualTo("local development");
    }

    @Test
    void tellsOfANewPasswordWithoutThePassword() {
        add("secret");
        administrator.send("PATCH", "/api/v1/users/secret", "{\"password\":\"seventeen-grey-herons\"}");

        assertThat(done("secret", "USER_CHANGED").get("changes").toString())
                .contains("\"password\"")
                .doesNotContain("herons");
    }

    @Test
    void keepsNothingOfAnActThatWasRefused() {
        add("steady");
        done("steady", "USER_ADDED");

        assertThat(administrator
                        .send("PATCH", "/api/v1/users/steady", "{\"roles\":[]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(administrator.send("POST", "/api/v1/users", user("steady")).statusCode())
                .isEqualTo(409);

        await().untilAsserted(() -> assertThat(entries("?subject=steady")).hasSize(1));
    }

    @Test
    void keepsAnActThatWasRefusedHalfway() {
        assertThat(administrator.post("/api/v1/halfway/page-1").statusCode()).isEqualTo(409);

        var entry = await().until(
                        () -> entries("?subject=page-1").getFirst(),
                        found -> !found.get("status").isNull());

        assertThat(entry.get("outcome").asString()).isEqualTo("UNKNOWN");
        assertThat(entry.get("status").asInt()).isEqualTo(409);
    }

    @Test
    void isFilteredAndPaged() {
        add("first");
        add("second");
        done("second", "USER_ADDED");

        assertThat(entries("?by=nobody")).isEmpty();
        assertThat(entries("?area=PAGES")).isEmpty();
        assertThat(entries("?subject=first&area=USERS&by=admin")).hasSize(1);
        assertThat(entries("?to=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(entries("?from=2020-01-01T00:00:00Z&subject=second")).hasSize(1);
        var newest = new JsonMapper()
                .readTree(administrator.get("/api/v1/audit?size=1").body());
        assertThat(newest.get("items")).hasSize(1);
        assertThat(newest.get("total").asInt()).isGreaterThan(1);
    }

    private void add(String id) {
        assertThat(administrator.send("POST", "/api/v1/users", user(id)).statusCode())
                .isEqualTo(201);
    }

    private static String user(String id) {
        return "{\"id\":\"%s\",\"name\":\"Name of %s\",\"password\":\"a-long-password\",\"roles\":[\"AGENT\"]}"
                .formatted(id, id);
    }

    /** The outcome is written when the answer is on its way. */
    private JsonNode done(String subject, String act) {
        return await().until(
                        () -> entries("?subject=" + subject).stream()
                                .filter(entry -> entry.get("act").asString().equals(act)
                                        && entry.get("outcome").asString().equals("DONE"))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private List<JsonNode> entries(String query) {
        return new JsonMapper()
                .readTree(administrator.get("/api/v1/audit" + query).body())
                .get("items")
                .valueStream()
                .toList();
    }
}
