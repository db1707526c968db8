package dev.pupitre.sandbox;

/** A webhook that has to reach the receiver, and the message it is about. */
record Webhook(WebhookBody body, Message about) {}
