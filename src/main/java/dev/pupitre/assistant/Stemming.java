package dev.pupitre.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Takes a text apart into the stems of its meaningful words.
 *
 * <p>Lucene's French and English chains, with two differences: accents go first, as many customers leave them out, and
 * both know the stop words of both languages, so that a text read in the wrong language is not found for its "the".
 */
final class Stemming extends Analyzer {
    static final Stemming FRENCH = new Stemming(FrenchLightStemFilter::new);
    static final Stemming ENGLISH = new Stemming(PorterStemFilter::new);

    private final UnaryOperator<TokenStream> stemmer;

    private Stemming(UnaryOperator<TokenStream> stemmer) {
        this.stemmer = stemmer;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(words));
        plain = new ElisionFilter(plain, FrenchAnalyzer.DEFAULT_ARTICLES);
        plain = new StopFilter(new EnglishPossessiveFilter(plain), StopWords.ALL);
        return new TokenStreamComponents(words, stemmer.apply(plain));
    }

    /** Each stem once, in the text's order. */
    SequencedSet<String> stems(String text) {
        var stems = new LinkedHashSet<String>();
        try (var tokens = tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return stems;
    }
}
