package dev.pupitre.sandbox;

/** A webhook that has to reach the receiver, and what it is about. */
record Webhook(WebhookBody body, Subject about) {}
