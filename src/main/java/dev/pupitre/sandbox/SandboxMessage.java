package dev.pupitre.sandbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message of a customer's thread as it stands now. */
record SandboxMessage(
        String mid,
        String customerId,
        boolean fromPage,
        String text,
        Instant at,
        @Nullable String metadata,
        boolean read,
        @Nullable String problem,
        Content.Kind kind,
        List<Attached.View> attachments,
        List<QuickReply> quickReplies,
        @Nullable Template template,
        @Nullable String replyTo,
        @Nullable String reaction,
        @Nullable String pageReaction,
        @Nullable Persona persona,
        @Nullable String app,
        @Nullable String type,
        @Nullable String tag,
        @Nullable String comment,
        int edits,
        boolean removed) {}
