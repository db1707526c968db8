package dev.pupitre.assistant;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Words that say nothing about what is asked: Snowball's lists, without those that ask ("where", "combien"), and with
 * what politeness adds in a chat.
 */
final class StopWords {
    private static final Set<String> ASKING = Set.of("when", "where", "why", "how", "who", "ou", "quand");

    static final Set<String> FRENCH = of("french_stop.txt", """
            est etre suis avoir va vais allez peux peut peuvent pouvez pouvons pouvoir puis pourrais pourrait pourriez \
            voudrais voudrait voulais veux souhaite souhaiterais souhaitais aimerais vouloir savoir sais connaitre \
            demander demande dire dites donner renseigner question questions \
            bonjour bonsoir bjr salut coucou merci mrc svp stp plait plaisir cordialement avance monsieur madame \
            faire fait faites faut dois doit ca quoi si tout tous toute toutes bien alors donc car comme aussi encore \
            deja chez quelque chose serait possible moyen svp aujourd hui a o est-ce cher chere comprends""");

    static final Set<String> ENGLISH = of("english_stop.txt", """
            hello hi hey dear sir madam good morning afternoon evening please pls plz thanks thank thx cheers \
            want wanted like know need wonder wondering tell ask asking question questions get got can may might will \
            im id ive dont doesnt cant whats wheres also just ok okay possible able there help something anything us""");

    static final CharArraySet ALL =
            new CharArraySet(Stream.concat(FRENCH.stream(), ENGLISH.stream()).collect(Collectors.toSet()), false);

    private StopWords() {}

    private static Set<String> of(String list, String more) {
        var words = Stream.concat(snowball(list).stream(), Stream.of(more.split("\\s+")))
                .flatMap(word -> Stream.of(PlainText.of(word), PlainText.withoutAccents(word)))
                .filter(word -> !ASKING.contains(word));
        return words.collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> snowball(String list) {
        try (var words = Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(list));
                var reader = new InputStreamReader(words, StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(reader).stream()
                    .map(word -> word instanceof char[] letters ? new String(letters) : word.toString())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
