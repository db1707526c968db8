package dev.pupitre.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times and sizes of the way in and out, {@code pupitre.conversation.*}.
 *
 * @param sweepInterval how often a node looks for what a crash left behind
 * @param leftBehindAfter how old something unfinished must be to be taken for left behind
 * @param rememberEvents how long a processed event is known, so that Meta's repeats of it are left out
 * @param signalTimeToLive how long the engine keeps a message that its process does not wait for yet
 */
@ConfigurationProperties("pupitre.conversation")
record ConversationProperties(
        @DefaultValue("3s") Duration sweepInterval,
        @DefaultValue("5s") Duration leftBehindAfter,
        @DefaultValue("7d") Duration rememberEvents,
        @DefaultValue("1h") Duration signalTimeToLive) {}
