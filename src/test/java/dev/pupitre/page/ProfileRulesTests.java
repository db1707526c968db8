package dev.pupitre.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.graph.MessengerProfile;
import dev.pupitre.graph.MessengerProfile.MenuItem.Kind;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.page.ProfileController.NewGreeting;
import dev.pupitre.page.ProfileController.NewIceBreaker;
import dev.pupitre.page.ProfileController.NewMenuItem;
import dev.pupitre.page.ProfileController.NewProfile;
import jakarta.validation.Validation;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileRulesTests {
    private static final NewMenuItem LINK = new NewMenuItem(Kind.LINK, "Shop", "https://shop.test/");

    @Test
    void takesAWholeProfile() {
        var profile = new NewProfile(
                List.of(new NewGreeting("default", "Hello"), new NewGreeting("fr_FR", "Bonjour")),
                "GET_STARTED",
                List.of(new NewIceBreaker("Where are you?", "WHERE")),
                List.of(LINK));

        assertThat(profile.profile())
                .returns("GET_STARTED", MessengerProfile::getStarted)
                .returns(2, made -> made.greetings().size());
        assertThat(violations(profile)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongOrTooMuchByTheField() {
        var profile = new NewProfile(
                List.of(new NewGreeting("french", "x".repeat(161))),
                "x".repeat(1001),
                Collections.nCopies(5, new NewIceBreaker("x".repeat(81), "p")),
                Collections.nCopies(21, LINK));

        assertThat(violations(profile))
                .contains(
                        "greetings[0].locale",
                        "greetings[0].text",
                        "getStarted",
                        "iceBreakers",
                        "iceBreakers[4].question",
                        "menu");
    }

    @Test
    void refusesAMenuThatMessengerWouldNotShow() {
        assertRefused(new NewProfile(List.of(), null, List.of(), List.of(LINK)), "getStarted");
    }

    @Test
    void refusesGreetingsWithoutADefaultOrTwiceInOneLanguage() {
        assertRefused(greetings(new NewGreeting("fr_FR", "Bonjour")), "greetings");
        assertRefused(greetings(new NewGreeting("default", "Hi"), new NewGreeting("default", "Hello")), "greetings");
    }

    @Test
    void refusesALinkThatIsNoAddress() {
        for (var value : List.of("shop", "javascript:alert(1)", "https://", "a b")) {
            assertRefused(
                    new NewProfile(List.of(), "START", List.of(), List.of(new NewMenuItem(Kind.LINK, "Shop", value))),
                    "menu");
        }
    }

    private static NewProfile greetings(NewGreeting... greetings) {
        return new NewProfile(List.of(greetings), null, List.of(), List.of());
    }

    private static void assertRefused(NewProfile profile, @Nullable String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(profile::profile)
                .returns(field, InvalidInput::field);
    }

    private static List<String> violations(NewProfile profile) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(profile).stream()
                    .map(violation -> violation.getPropertyPath().toString())
                    .toList();
        }
    }
}
