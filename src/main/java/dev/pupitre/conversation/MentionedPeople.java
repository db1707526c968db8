package dev.pupitre.conversation;

import static java.util.function.Predicate.not;

import dev.pupitre.identity.People;
import dev.pupitre.identity.People.Person;
import dev.pupitre.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the colleagues whom a note names by {@code @} and their id. */
@Component
class MentionedPeople {
    /** Not what an e-mail address has behind its sign. */
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{N}._-])@([a-z0-9._-]{1,64})");

    private static final Pattern ENDS_THE_SENTENCE = Pattern.compile("[._-]+$");

    private final People people;

    MentionedPeople(People people) {
        this.people = people;
    }

    /** Those who may be told, in the order in which they are named, each once. */
    List<Party> in(String text) {
        return NAMED.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring(1))
                .flatMap(name -> named(name).stream())
                .distinct()
                .toList();
    }

    private Optional<Party> named(String name) {
        return Stream.of(name, ENDS_THE_SENTENCE.matcher(name).replaceAll(""))
                .distinct()
                .filter(id -> !id.isEmpty())
                .flatMap(id -> people.find(new UserId(id)).stream())
                .filter(person -> person.answers() && !person.program())
                .map(person -> new Party(person.id().value(), person.name()))
                .findFirst();
    }

    /** All who may be named, by id. */
    List<Party> everyone() {
        return people.whoAnswer().stream()
                .filter(not(Person::program))
                .map(person -> new Party(person.id().value(), person.name()))
                .toList();
    }
}
