package dev.pupitre.supervision;

import java.time.Duration;

/** The settings as they usually are. */
final class SupervisionFixture {
    private SupervisionFixture() {}

    static SupervisionProperties.Webhooks webhooks(boolean privateAddresses) {
        return new SupervisionProperties.Webhooks(
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofHours(12),
                privateAddresses);
    }

    static SupervisionProperties settings(boolean privateAddresses) {
        return new SupervisionProperties(
                Duration.ofSeconds(5), Duration.ofMinutes(3), Duration.ofSeconds(15), 100, webhooks(privateAddresses));
    }
}
