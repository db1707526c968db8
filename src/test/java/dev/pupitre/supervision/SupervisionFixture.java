package dev.pupitre.supervision;

import java.time.Duration;
import java.time.Instant;

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
                Duration.ofSeconds(5),
                Duration.ofMinutes(3),
                Duration.ofSeconds(15),
                100,
                Duration.ofMinutes(2),
                webhooks(privateAddresses));
    }

    /** From so many who wait on, as Sofia has set it. */
    static AlertLimits limits(String campaign, int waiting, long version) {
        return new AlertLimits(campaign, waiting, 0, null, version, "Sofia", Instant.parse("2026-03-02T10:00:00Z"));
    }
}
