package dev.pupitre.conversation;

import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** The settings of a {@link ConversationRoom}. */
final class RoomSettings {
    static final ConversationProperties CONVERSATION = new ConversationProperties(
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofDays(7),
            8,
            10_000,
            Duration.ofMinutes(1),
            Duration.ofDays(7),
            Duration.ofHours(1));

    static final OutboxProperties OUTBOX = new OutboxProperties(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            3,
            1000,
            1000,
            75,
            Duration.ofMillis(500),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30));

    static final FetchProperties FETCH = new FetchProperties(
            List.of("*.fbcdn.net"), DataSize.ofKilobytes(64), Duration.ofSeconds(10), 2, 3, Duration.ofSeconds(5));

    private RoomSettings() {}
}
