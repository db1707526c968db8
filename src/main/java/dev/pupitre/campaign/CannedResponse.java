package dev.pupitre.campaign;

/** A text that agents put into their answers by its shortcut. */
public record CannedResponse(String shortcut, String title, Localised text) {}
