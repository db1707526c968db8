package dev.pupitre.conversation;

/** A file as it was taken; {@code size} in bytes. */
public record StoredFile(String id, String name, String contentType, long size) {}
