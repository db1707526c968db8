package dev.pupitre.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.page.SecretsFixture;
import dev.pupitre.supervision.DeliveryController.DeliveryView;
import dev.pupitre.supervision.DeliveryController.NoSuchDelivery;
import dev.pupitre.supervision.DeliveryController.NotToBeSentAgain;
import dev.pupitre.supervision.WebhookController.NoSuchWebhook;
import dev.pupitre.supervision.WebhookDelivery.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WebhookSenderTests {
    private static final String SECRET = "a secret of the receiver's";

    private record Received(String path, String delivery, String timestamp, String signature, String body) {}

    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = new TestDatabase();
    private final WebhookQueue queue =
            new WebhookQueue(database.template(), JsonMapper.builder().build(), clock);
    private final WebhookSecrets secrets = new WebhookSecrets(queue, SecretsFixture.withKeys(1));
    private final WebhookSender sender = new WebhookSender(queue, secrets, SupervisionFixture.settings(true), clock);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    WebhookSenderTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/in", this::take);
        server.start();
    }

    @BeforeEach
    void anAlertIsToGoOut() {
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
        queue.add(new Webhook("w-1", url, null, SECRET, true, "admin", clock.instant()));
        queue.add(Alert.of(Alert.Kind.WAITING, "shop", "Shop", 12, 10, null, clock.instant()));
    }

    @AfterEach
    void close() throws IOException {
        sender.close();
        server.stop(0);
        database.close();
    }

    @Test
    void receiversKnowByTheSignatureWhoCallsAndWhen() {
        sender.send();

        assertThat(received).hasSize(1);
        var call = received.getFirst();
        assertThat(call.timestamp()).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
        assertThat(call.signature())
                .isEqualTo("sha256=" + WebhookSender.signature(SECRET, call.timestamp(), call.body()));
        assertThat(call.body()).contains("\"event\":\"alert.raised\"", "\"value\":12");
        assertThat(delivery().state()).isEqualTo(State.SENT);
    }

    /** By openssl dgst -sha256 -hmac key. */
    @Test
    void signsAsOthersDo() {
        assertThat(WebhookSender.signature("key", "1", "{}"))
                .isEqualTo("1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224");
    }

    @Test
    void triesAgainLaterAndLaterUntilItIsTaken() {
        status = 500;
        sender.send();
        sender.send();
        assertThat(received).hasSize(1);
        assertThat(delivery()).returns(State.PENDING, WebhookDelivery::state).returns(500, WebhookDelivery::lastStatus);

        clock.advance(Duration.ofSeconds(10));
        sender.send();
        assertThat(received).hasSize(2);
        clock.advance(Duration.ofSeconds(19));
        sender.send();
        assertThat(received).hasSize(2);

        status = 204;
        clock.advance(Duration.ofSeconds(1));
        sender.send();
        assertThat(received)
                .hasSize(3)
                .extracting(Received::delivery)
                .containsOnly(delivery().id());
        assertThat(delivery().state()).isEqualTo(State.SENT);
    }

    @Test
    void givesUpAfterHours() {
        status = 500;
        givenUp();

        assertThat(delivery().state()).isEqualTo(State.FAILED);
        assertThat(received.size()).isGreaterThan(8);
    }

    @Test
    void whatWasGivenUpGoesOutAgainByHandAndIsTriedAsPatientlyAsAtFirst() {
        status = 500;
        givenUp();
        var before = received.size();

        assertThat(again("w-1", delivery().id()))
                .returns(State.PENDING, DeliveryView::state)
                .returns("Ada", DeliveryView::againBy)
                .returns(null, DeliveryView::settledAt);
        sender.send();
        assertThat(received).hasSize(before + 1);
        assertThat(delivery().state()).as("there is hope again").isEqualTo(State.PENDING);
        status = 204;
        clock.advance(Duration.ofSeconds(10));
        sender.send();

        assertThat(received)
                .hasSize(before + 2)
                .extracting(Received::delivery)
                .containsOnly(delivery().id());
        assertThat(delivery().state()).isEqualTo(State.SENT);
    }

    @Test
    void whatIsUnderWayOrHasArrivedIsNotSentAgain() {
        var id = delivery().id();
        assertThatExceptionOfType(NotToBeSentAgain.class).isThrownBy(() -> again("w-1", id));
        sender.send();

        assertThatExceptionOfType(NotToBeSentAgain.class).isThrownBy(() -> again("w-1", id));
        assertThatExceptionOfType(NoSuchDelivery.class).isThrownBy(() -> again("w-1", "another"));
        assertThatExceptionOfType(NoSuchWebhook.class).isThrownBy(() -> again("w-2", id));
    }

    @Test
    void oneThatIsSwitchedOffIsNotCalledUntilItIsOnAgain() {
        queue.change("w-1", null, false);
        queue.add(Alert.of(Alert.Kind.STUCK, "", "", 1, 0, null, clock.instant()));
        sender.send();

        assertThat(received).isEmpty();
        assertThat(queue.log("w-1"))
                .as("what happens while it is off never goes out")
                .singleElement()
                .returns(State.FAILED, WebhookDelivery::state)
                .returns("The webhook is switched off", WebhookDelivery::lastError);
        assertThatExceptionOfType(NotToBeSentAgain.class)
                .isThrownBy(() -> again("w-1", delivery().id()))
                .withMessageContaining("off");

        queue.change("w-1", null, true);
        again("w-1", delivery().id());
        sender.send();

        assertThat(received).hasSize(1);
    }

    @Test
    void anotherAddressIsCalledFromThenOn() {
        status = 500;
        sender.send();
        queue.change("w-1", "http://127.0.0.1:" + server.getAddress().getPort() + "/in/new", null);

        clock.advance(Duration.ofSeconds(10));
        sender.send();

        assertThat(received).extracting(Received::path).containsExactly("/in", "/in/new");
    }

    @Test
    void aNewSecretSignsWhatIsTriedAgain() {
        status = 500;
        sender.send();
        var made = secrets.make("w-1");
        queue.rotate("w-1", made.encrypted());

        clock.advance(Duration.ofSeconds(10));
        sender.send();

        assertThat(received)
                .hasSize(2)
                .last()
                .satisfies(call -> assertThat(call.signature())
                        .isEqualTo("sha256="
                                + WebhookSender.signature(made.secret().value(), call.timestamp(), call.body())));
    }

    @Test
    void callsNobodyWithASecretThatDoesNotOpen() {
        queue.rotate("w-1", secrets.make("w-2").encrypted());
        sender.send();

        assertThat(received).isEmpty();
        assertThat(delivery().state()).isEqualTo(State.PENDING);
        assertThat(delivery().lastError()).contains("new one");
    }

    @Test
    void followsNoRedirect() {
        status = 302;
        sender.send();

        assertThat(received).hasSize(1);
        assertThat(delivery().state()).isEqualTo(State.PENDING);
    }

    @Test
    void callsNobodyInAPrivateNetworkUnlessAllowed() throws IOException {
        try (var strict = new WebhookSender(queue, secrets, SupervisionFixture.settings(false), clock)) {
            strict.send();
        }

        assertThat(received).isEmpty();
        assertThat(delivery().lastError()).contains("private network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                        "224.0.0.1",
                "255.255.255.255", "198.18.0.1", "::1", "fe80::1", "fd00::1", "ff02::1", "::ffff:10.0.0.1",
                        "64:ff9b::a00:1",
                "2002:a00:1::", "2001:0:a00:1::"
            })
    void knowsPrivateAddresses(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "1.1.1.1", "2606:4700::1111"})
    void knowsPublicAddresses(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private void givenUp() {
        for (var hours = 0; hours < 14; hours++) {
            sender.send();
            clock.advance(Duration.ofHours(1));
        }
    }

    private DeliveryView again(String webhook, String delivery) {
        return new DeliveryController(queue, clock)
                .again(new Caller(new UserId("ada"), "Ada", Set.of(Role.ADMIN)), webhook, delivery);
    }

    private WebhookDelivery delivery() {
        return queue.log("w-1").getFirst();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("Pupitre-Delivery"),
                    headers.getFirst("Pupitre-Timestamp"),
                    headers.getFirst("Pupitre-Signature"),
                    body));
            exchange.getResponseHeaders().add("Location", "/in");
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
