package dev.pupitre.story;

/**
 * A language of the screens, in which a story is told: a parameter of tests, not of classes, as what fails in one language
 * and passes in the other under one name counts as passed at the second try.
 */
enum Language {
    ENGLISH("en-GB"),
    FRENCH("fr-FR");

    final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The words that a screen has in this language. */
    String say(String english, String french) {
        return this == ENGLISH ? english : french;
    }

    /** Short, as it is part of the names of pictures. */
    @Override
    public String toString() {
        return tag;
    }
}
