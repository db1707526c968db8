package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.kernel.UserId;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdministrationTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static final String PASSWORD = "a-long-password";
    private static Node node;

    @BeforeAll
    static void startNode() {
        STORE.bind("localhost", 0);
        node = Node.start(
                "server",
                STORE.getConnectionString() + "/identity",
                "pupitre.identity.recheck=1h",
                "pupitre.identity.admin.password=" + PASSWORD);
    }

    @AfterAll
    static void stopNode() {
        node.close();
        STORE.shutdownNow();
    }

    @Test
    void letsSomeoneInWhoLogsInAtOnce() {
        var added = add("maria", "AGENT");

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body())
                .isEqualTo(
                        "{\"id\":\"maria\",\"name\":\"Name of maria\",\"roles\":[\"AGENT\"],\"enabled\":true,\"program\":false,\"company\":false}");
        assertThat(loggedIn("maria").get("/api/v1/probe").body()).isEqualTo("maria Name of maria [AGENT]");
    }

    @Test
    void listsEveryoneWithoutTheirPasswords() {
        add("a.first-one_1", "ANALYST");

        assertThat(administrator().get("/api/v1/users").body())
                .startsWith("[{\"id\":\"a.first-one_1\"")
                .contains(
                        "{\"id\":\"admin\",\"name\":\"Administrator\",\"roles\":[\"ADMIN\"],\"enabled\":true,\"program\":false,\"company\":false}")
                .doesNotContainIgnoringCase("password", "bcrypt");
    }

    @Test
    void namesWhoHasLeftToThoseWhoLead() {
        add("left", "AGENT");
        add("leading", "SUPERVISOR");
        administrator().send("PATCH", "/api/v1/users/left", "{\"enabled\":false}");

        assertThat(loggedIn("leading").get("/api/v1/user-names").body())
                .contains("{\"id\":\"left\",\"name\":\"Name of left\"}");
        assertThat(node.get(People.class))
                .returns(Optional.of("Name of left"), people -> people.name(new UserId("left")))
                .returns(Optional.empty(), people -> people.find(new UserId("left")));
    }

    @Test
    void leavesSomeoneAloneWhoseIdIsAskedForAgain() {
        add("twice", "AGENT");

        assertProblem(add("twice", "ADMIN"), 409, "Expected a new id, but there is a user twice already");
        assertThat(loggedIn("twice").get("/api/v1/probe").body()).endsWith("[AGENT]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"N","password":"a-long-password","roles":["AGENT"]}                 | id
            {"id":"Upper","name":"N","password":"a-long-password","roles":["AGENT"]}    | id
            {"id":"a b","name":"N","password":"a-long-password","roles":["AGENT"]}      | id
            {"id":"new","password":"a-long-password","roles":["AGENT"]}                 | name
            {"id":"new","name":" ","password":"a-long-password","roles":["AGENT"]}      | name
            {"id":"new","name":"N","roles":["AGENT"]}                                   | password
            {"id":"new","name":"N","password":"eleven-char","roles":["AGENT"]}          | password
            {"id":"new","name":"N","password":"a-long-password"}                        | roles
            {"id":"new","name":"N","password":"a-long-password","roles":[]}             | roles
            {"id":"new","name":"N","password":"a-long-password","roles":["EMPEROR"]}    | roles
            """)
    void namesTheFieldOfANewUserThatIsWrong(String body, String field) {
        assertRefused(administrator().send("POST", "/api/v1/users", body), field);
    }

    @Test
    void takesNothingThatIsTooLong() {
        var body = "{\"id\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[\"AGENT\"]}";

        assertRefused(post(body.formatted("x".repeat(65), "N", PASSWORD)), "id");
        assertRefused(post(body.formatted("new", "x".repeat(101), PASSWORD)), "name");
        assertRefused(post(body.formatted("new", "N", "é".repeat(37))), "password");
        assertThat(post(body.formatted("x".repeat(64), "x".repeat(100), "éàùçêôîâœûëïüöä".repeat(2) + "ñßøåæð"))
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":""}               | name
            {"password":"short"}      | password
            {"roles":[]}              | roles
            {"roles":[null]}          | roles
            {"enabled":"perhaps"}     | enabled
            """)
    void namesTheFieldOfAChangeThatIsWrong(String body, String field) {
        add("steady", "AGENT");

        assertRefused(change("steady", body), field);
    }

    @Test
    void changesNameAndRolesOfSomeoneWhoStaysLoggedIn() {
        add("vera", "AGENT");
        var vera = loggedIn("vera");

        var changed = change("vera", "{\"name\":\" Vera Costa \",\"roles\":[\"ANALYST\",\"AGENT\"]}");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("\"name\":\"Vera Costa\",\"roles\":[\"AGENT\",\"ANALYST\"]");
        assertThat(vera.get("/api/v1/analysts-only").statusCode()).isEqualTo(200);
        assertThat(vera.get("/api/v1/probe").body()).startsWith("vera Vera Costa ");
    }

    @Test
    void changesNothingWhenNothingIsAsked() {
        add("still", "AGENT");

        assertThat(change("still", "{}").body()).contains("\"name\":\"Name of still\"", "\"enabled\":true");
    }

    @Test
    void seesSomeoneOffAndLetsThemInAgain() {
        add("leaver", "AGENT");
        var leaver = loggedIn("leaver");

        assertThat(change("leaver", "{\"enabled\":false}").body()).contains("\"enabled\":false");

        assertThat(leaver.get("/api/v1/probe").statusCode()).isEqualTo(401);
        assertThat(node.browser().logIn("leaver", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(change("leaver", "{\"enabled\":true}").statusCode()).isEqualTo(200);
        assertThat(leaver.get("/api/v1/probe").statusCode()).isEqualTo(401);
        assertThat(loggedIn("leaver").get("/api/v1/probe").statusCode()).isEqualTo(200);
    }

    @Test
    void endsEverySessionAtANewPassword() {
        add("renewed", "AGENT");
        var here = loggedIn("renewed");
        var there = loggedIn("renewed");
        var other = loggedIn("admin");

        change("renewed", "{\"password\":\"another-password\"}");

        assertThat(here.get("/api/v1/probe").statusCode()).isEqualTo(401);
        assertThat(there.get("/api/v1/probe").statusCode()).isEqualTo(401);
        assertThat(other.get("/api/v1/probe").statusCode()).isEqualTo(200);
        assertThat(node.browser().logIn("renewed", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(node.browser().logIn("renewed", "another-password").statusCode())
                .isEqualTo(204);
    }

    @Test
    void keepsAdministratorsFromLockingThemselvesOut() {
        assertThat(change("admin", "{\"enabled\":false}").statusCode()).isEqualTo(409);
        assertThat(change("admin", "{\"roles\":[\"AGENT\"]}").statusCode()).isEqualTo(409);
        assertThat(change("admin", "{\"roles\":[\"AGENT\",\"ADMIN\"],\"enabled\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(change("admin", "{\"roles\":[\"ADMIN\"]}").statusCode()).isEqualTo(200);
    }

    @Test
    void letsOneAdministratorSeeAnotherOff() {
        add("second", "ADMIN");

        assertThat(change("second", "{\"roles\":[\"AGENT\"],\"enabled\":false}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void knowsNobodyByAnIdThatWasNeverGiven() {
        assertProblem(change("stranger", "{\"enabled\":false}"), 404, "Expected a user stranger, but there is none");
    }

    @Test
    void isForAdministratorsOnly() {
        add("boss", "SUPERVISOR");
        var boss = loggedIn("boss");
        boss.get("/api/v1/probe");

        assertThat(boss.get("/api/v1/users").statusCode()).isEqualTo(403);
        assertThat(boss.send("POST", "/api/v1/users", user("friend", "ADMIN")).statusCode())
                .isEqualTo(403);
        assertThat(boss.send("PATCH", "/api/v1/users/boss", "{\"roles\":[\"ADMIN\"]}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(node.browser().get("/api/v1/users").statusCode()).isEqualTo(401);
    }

    private static Browser administrator() {
        var administrator = loggedIn("admin");
        administrator.get("/api/v1/probe");
        return administrator;
    }

    private static Browser loggedIn(String id) {
        var browser = node.browser();
        assertThat(browser.logIn(id, PASSWORD).statusCode()).isEqualTo(204);
        return browser;
    }

    private static String user(String id, String role) {
        return "{\"id\":\"%1$s\",\"name\":\"Name of %1$s\",\"password\":\"%2$s\",\"roles\":[\"%3$s\"]}"
                .formatted(id, PASSWORD, role);
    }

    private static HttpResponse<String> add(String id, String role) {
        return post(user(id, role));
    }

    private static HttpResponse<String> post(String body) {
        return administrator().send("POST", "/api/v1/users", body);
    }

    private static HttpResponse<String> change(String id, String body) {
        return administrator().send("PATCH", "/api/v1/users/" + id, body);
    }

    private static void assertRefused(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"errors\":[{\"field\":\"" + field + "\"");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"detail\":\"" + detail + "\"");
    }
}
