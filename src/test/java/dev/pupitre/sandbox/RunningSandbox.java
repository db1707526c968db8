package dev.pupitre.sandbox;

import java.net.URI;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sandbox in the test's own process: what customers have got is still known after the application was killed. */
public final class RunningSandbox implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningSandbox(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Repeats refused webhooks faster than Meta does. */
    public static RunningSandbox calling(URI webhook) {
        return new RunningSandbox(new SpringApplicationBuilder(SandboxSlice.class)
                .profiles("local")
                .run(
                        "--server.port=0",
                        "--pupitre.sandbox.webhook-url=" + webhook,
                        "--pupitre.sandbox.redelivery.longest-wait=500ms"));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
