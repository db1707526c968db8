package dev.pupitre;

import java.io.IOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps what tests declare in the application's packages out of an application that is started among them. */
public final class NothingOfTests extends TypeExcludeFilter
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final URL TESTS =
            NothingOfTests.class.getProtectionDomain().getCodeSource().getLocation();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("nothingOfTests", this);
    }

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
        return type.getResource().getURL().toString().startsWith(TESTS.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NothingOfTests;
    }

    @Override
    public int hashCode() {
        return NothingOfTests.class.hashCode();
    }
}
