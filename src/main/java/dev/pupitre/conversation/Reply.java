package dev.pupitre.conversation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wants to say; it may take several messages.
 *
 * @param key a repeat with the same key is not stored again
 * @param split a text that is too long is sent in parts
 * @param attachments ids of uploads, each sent as a message of its own
 * @param quickReplies shown under the last message
 * @param replyTo the {@code mid} that is answered, or under which comment
 * @param via by default privately, in conversations under a comment publicly
 */
record Reply(
        @Size(max = LONGEST) @Nullable String text,
        @Size(min = 1, max = 64) @Nullable String key,
        @Nullable Boolean split,
        @Size(max = 10) @Nullable List<String> attachments,
        @Size(max = 13) @Nullable List<@Valid QuickReply> quickReplies,
        @Valid @Nullable Template template,
        @Size(min = 1, max = 300) @Nullable String replyTo,
        @Nullable Via via) {
    private static final int LONGEST = 20_000;

    static Reply of(String text, @Nullable String key) {
        return new Reply(text, key, false, null, null, null, null, null);
    }
}
