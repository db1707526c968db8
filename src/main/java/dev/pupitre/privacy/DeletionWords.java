package dev.pupitre.privacy;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.web.util.HtmlUtils;

/** How a deletion is told to the person, in a page without anything personal. */
final class DeletionWords {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle words;

    DeletionWords(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle("privacy.deletion", locale, NO_OTHER_LANGUAGE);
    }

    String language() {
        return locale.getLanguage();
    }

    String of(DataDeletion deletion) {
        var finished = deletion.finishedAt();
        var state = words.getString("state." + deletion.state());
        return page(
                words.getString("title"),
                line(finished == null ? state : MessageFormat.format(state, date(finished)))
                        + line(MessageFormat.format(words.getString("asked"), date(deletion.askedAt())))
                        + line(MessageFormat.format(words.getString("code"), deletion.code())));
    }

    String ofUnknownCode() {
        return page(words.getString("unknown.title"), line(words.getString("unknown")));
    }

    private String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(ZoneOffset.UTC));
    }

    private static String line(String text) {
        return "<p>" + HtmlUtils.htmlEscape(text) + "</p>\n";
    }

    private String page(String title, String lines) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/privacy/deletion.css">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(language(), HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(title), lines);
    }
}
