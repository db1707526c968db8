package dev.pupitre.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.page.SecretsFixture;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WebhookSecretsTests {
    private static final String ID = "w-1";

    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = new TestDatabase();
    private final WebhookQueue queue =
            new WebhookQueue(database.template(), JsonMapper.builder().build(), clock);
    private final WebhookSecrets secrets = secrets(1);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void areNotToBeReadInTheStore() {
        var made = secrets.make(ID);
        queue.add(webhook(ID, made.encrypted(), null));

        assertThat(inTheStore().toJson()).doesNotContain(made.secret().value());
        assertThat(secrets.of(stored())).contains(made.secret());
        assertThat(stored().toString()).doesNotContain(made.encrypted());
    }

    @Test
    void openForTheirOwnWebhookOnly() {
        assertThat(secrets.of(webhook("w-2", secrets.make(ID).encrypted(), null)))
                .isEmpty();
    }

    @Test
    void ofBeforeStillSignAndAreEncryptedByTheNextStart() {
        queue.add(webhook(ID, null, "plain"));
        assertThat(secrets.of(stored())).contains(new Secret("plain"));

        secrets.afterSingletonsInstantiated();

        assertThat(inTheStore()).doesNotContainKey("secret");
        assertThat(inTheStore().toJson()).doesNotContain("plain");
        assertThat(secrets.of(stored())).contains(new Secret("plain"));
    }

    @Test
    void areEncryptedByTheFirstKeyAtAStart() {
        var made = secrets.make(ID);
        queue.add(webhook(ID, made.encrypted(), null));

        secrets(2, 1).afterSingletonsInstantiated();

        assertThat(secrets(2).of(stored())).contains(made.secret());
        assertThat(secrets.of(stored())).isEmpty();
    }

    @Test
    void whoseKeyIsLostStayAsTheyAreUntilThereIsANewOne() {
        queue.add(webhook(ID, secrets.make(ID).encrypted(), null));
        var others = secrets(2);

        others.afterSingletonsInstantiated();
        assertThat(others.of(stored())).isEmpty();

        var made = others.make(ID);
        assertThat(queue.rotate(ID, made.encrypted())).isPresent();
        assertThat(others.of(stored())).contains(made.secret());
    }

    @Test
    void aSecretThatIsNewMeanwhileIsNotSetBack() {
        queue.add(webhook(ID, null, "plain"));
        var before = stored();
        var made = secrets.make(ID);
        queue.rotate(ID, made.encrypted());

        queue.renewed(before, secrets.make(ID).encrypted());

        assertThat(secrets.of(stored())).contains(made.secret());
    }

    @Test
    void withoutKeysThoseOfBeforeSignAndNoneIsMade() {
        queue.add(webhook(ID, null, "plain"));
        var keyless = secrets();

        keyless.afterSingletonsInstantiated();

        assertThat(keyless.of(stored())).contains(new Secret("plain"));
        assertThatExceptionOfType(WebhookSecrets.NoKeys.class).isThrownBy(() -> keyless.make(ID));
    }

    @Test
    void changingTheAddressLeavesSecretAndSwitch() {
        var made = secrets.make(ID);
        queue.add(webhook(ID, made.encrypted(), null));

        queue.change(ID, "https://example.org/new", null);

        assertThat(stored())
                .returns("https://example.org/new", Webhook::url)
                .returns(true, Webhook::enabled)
                .returns(made.encrypted(), Webhook::encrypted);
        assertThat(queue.change("gone", null, false)).isEmpty();
    }

    private WebhookSecrets secrets(int... keys) {
        return new WebhookSecrets(queue, SecretsFixture.withKeys(keys));
    }

    private Webhook webhook(String id, @Nullable String encrypted, @Nullable String secret) {
        return new Webhook(id, "https://example.org/in", encrypted, secret, true, "admin", clock.instant());
    }

    private Webhook stored() {
        return queue.find(ID).orElseThrow();
    }

    private Document inTheStore() {
        return Objects.requireNonNull(
                database.template().getCollection("alertWebhooks").find().first());
    }
}
