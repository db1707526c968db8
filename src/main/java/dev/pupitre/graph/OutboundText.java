package dev.pupitre.graph;

import dev.pupitre.kernel.MessageId;

/** A text for a customer; the id travels as metadata and comes back in the echo. */
public record OutboundText(String recipient, String text, MessageId id) {}
