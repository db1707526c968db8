package dev.pupitre.conversation;

import dev.pupitre.conversation.Template.Button;
import dev.pupitre.kernel.InvalidInput;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Meta's rules for templates that no single field tells (Send API, generic and button template references). */
final class Templates {
    private Templates() {}

    static void checkCards(Template template) {
        if (!template.buttons().isEmpty()) {
            throw new InvalidInput("template.buttons", "belong to the cards where there are cards");
        }
        for (var card : template.cards()) {
            if (card.subtitle() == null
                    && card.picture() == null
                    && card.link() == null
                    && card.buttons().isEmpty()) {
                throw new InvalidInput("template.cards", "need more than a title each");
            }
            checkAddress("template.cards.picture", card.picture());
            checkAddress("template.cards.link", card.link());
            checkButtons(card.buttons());
        }
    }

    static void checkButtons(List<Button> buttons) {
        buttons.stream()
                .filter(button -> button.kind() == Button.Kind.LINK)
                .forEach(button -> checkAddress("template.buttons.value", button.value()));
    }

    private static void checkAddress(String field, @Nullable String address) {
        if (address != null && !isWebAddress(address)) {
            throw new InvalidInput(field, "must be an http or https address");
        }
    }

    private static boolean isWebAddress(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }
}
