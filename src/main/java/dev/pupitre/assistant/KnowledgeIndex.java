package dev.pupitre.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Searches what one version of a campaign knows; in memory.
 *
 * <p>The score is the weighted Dice coefficient of the question's and the wording's stems: twice the weight of what they
 * have in common, over the weight of both. So 1 means "the same words", 0 "not one of them", and 0.5 that half of what
 * either says is in the other. A word weighs more the fewer entries have it. A word with one letter wrong counts 0.8 of
 * itself, one that is in the answer only a quarter: by the answer's words alone no score reaches 0.5.
 */
final class KnowledgeIndex {
    private static final float MISSPELT = 0.8f;
    private static final float IN_THE_ANSWER = 0.25f;
    private static final int FUZZY_FROM = 5;
    private static final int MOST_WORDS = 100;
    private static final String NUMBER = "number";

    private record Language(String name, Stemming stemming) {
        private static final Language FRENCH = new Language("fr", Stemming.FRENCH);
        private static final List<Language> ALL = List.of(FRENCH, new Language("en", Stemming.ENGLISH));

        private String question() {
            return name + ".question";
        }

        private String answer() {
            return name + ".answer";
        }
    }

    private record Wording(Knowledge knowledge, String text) {}

    private final List<Wording> wordings = new ArrayList<>();
    private final Map<Term, Integer> entriesWith = new HashMap<>();
    private final IndexSearcher searcher;
    private final int size;

    KnowledgeIndex(List<Knowledge> all) {
        this.size = all.size();
        try {
            this.searcher = new IndexSearcher(DirectoryReader.open(write(all)));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private ByteBuffersDirectory write(List<Knowledge> all) throws IOException {
        var directory = new ByteBuffersDirectory();
        var analyzer = new PerFieldAnalyzerWrapper(
                Stemming.ENGLISH,
                Map.of(
                        Language.FRENCH.question(), Stemming.FRENCH,
                        Language.FRENCH.answer(), Stemming.FRENCH));
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var knowledge : all) {
                count(knowledge);
                for (var text : knowledge.wordings()) {
                    writer.addDocument(document(wordings.size(), knowledge, text));
                    wordings.add(new Wording(knowledge, text));
                }
            }
        }
        return directory;
    }

    private static Document document(int number, Knowledge knowledge, String wording) {
        var document = new Document();
        document.add(new StoredField(NUMBER, number));
        for (var language : Language.ALL) {
            document.add(new TextField(language.question(), wording, Store.NO));
            knowledge
                    .answer()
                    .texts()
                    .values()
                    .forEach(text -> document.add(new TextField(language.answer(), text, Store.NO)));
        }
        return document;
    }

    private void count(Knowledge knowledge) {
        for (var language : Language.ALL) {
            language.stemming()
                    .stems(String.join("\n", knowledge.wordings()))
                    .forEach(stem -> entriesWith.merge(new Term(language.question(), stem), 1, Integer::sum));
        }
    }

    /** The best first, each at most once; those that have nothing to do with the text are left out. */
    List<Found> search(String text, int limit) {
        var best = new HashMap<Knowledge, Double>();
        for (var language : Language.ALL) {
            score(language, text, best);
        }
        return best.entrySet().stream()
                .map(entry -> new Found(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .limit(limit)
                .toList();
    }

    private void score(Language language, String text, Map<Knowledge, Double> best) {
        var stems = language.stemming().stems(text).stream().limit(MOST_WORDS).toList();
        if (stems.isEmpty() || wordings.isEmpty()) {
            return;
        }
        var query = new BooleanQuery.Builder();
        stems.forEach(stem -> query.add(query(language, stem), Occur.SHOULD));
        try {
            var documents = searcher.storedFields();
            for (var hit : searcher.search(query.build(), wordings.size()).scoreDocs) {
                var number = documents.document(hit.doc).getField(NUMBER).numericValue();
                var wording = wordings.get(number.intValue());
                var both = weight(language, stems)
                        + weight(language, language.stemming().stems(wording.text()));
                best.merge(wording.knowledge(), Math.min(1.0, 2.0 * hit.score / both), Math::max);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private Query query(Language language, String stem) {
        var term = new Term(language.question(), stem);
        var weight = weight(term);
        var ways = new ArrayList<Query>();
        ways.add(counts(new TermQuery(term), weight));
        ways.add(counts(new TermQuery(new Term(language.answer(), stem)), IN_THE_ANSWER * weight));
        if (stem.length() >= FUZZY_FROM && !entriesWith.containsKey(term)) {
            ways.add(counts(new FuzzyQuery(term, 1, 1), MISSPELT * weight));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query counts(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    private float weight(Language language, Iterable<String> stems) {
        var sum = 0f;
        for (var stem : stems) {
            sum += weight(new Term(language.question(), stem));
        }
        return sum;
    }

    /** A word that no entry has weighs as much as one that a single entry has. */
    private float weight(Term term) {
        return (float) Math.log(2 + size / (1.0 + entriesWith.getOrDefault(term, 1)));
    }
}
