package dev.pupitre.page;

import dev.pupitre.graph.MessengerProfile.MenuItem.Kind;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.page.ProfileController.NewProfile;
import java.net.URI;
import java.util.HashSet;

/** What Meta asks of a Messenger profile beyond the length of its texts (Messenger Platform, Messenger Profile API). */
final class ProfileRules {
    private ProfileRules() {}

    static void check(NewProfile profile) {
        var locales = new HashSet<String>();
        for (var greeting : profile.greetings()) {
            if (!locales.add(greeting.locale())) {
                throw new InvalidInput("greetings", "must hold one greeting for " + greeting.locale());
            }
        }
        if (!locales.isEmpty() && !locales.contains("default")) {
            throw new InvalidInput("greetings", "must hold one for default");
        }
        if (!profile.menu().isEmpty() && profile.getStarted() == null) {
            throw new InvalidInput("getStarted", "must be there, as Messenger shows no menu without it");
        }
        profile.menu().stream()
                .filter(item -> item.kind() == Kind.LINK && !isAddress(item.value()))
                .findFirst()
                .ifPresent(item -> {
                    throw new InvalidInput("menu", "must hold whole addresses, but has " + item.value());
                });
    }

    private static boolean isAddress(String value) {
        try {
            var address = URI.create(value);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
