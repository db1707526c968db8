package dev.pupitre.graph;

import com.restfb.DefaultFacebookClient;
import com.restfb.DefaultJsonMapper;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Version;
import com.restfb.WebRequestor;
import com.restfb.exception.FacebookException;
import dev.pupitre.kernel.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets RestFB call the Graph API: times each call, and tells from a failure what became of it. */
@Component
class GraphClients {
    private static final TopLevelErrors ERRORS = new TopLevelErrors();
    private static final Logger LOG = LoggerFactory.getLogger(GraphClients.class);

    private final GraphHttp http;
    private final Endpoint endpoint;
    private final GraphUsage usage;
    private final MeterRegistry meters;

    GraphClients(GraphHttp http, GraphProperties properties, GraphUsage usage, MeterRegistry meters) {
        this.http = http;
        this.usage = usage;
        this.endpoint = new Endpoint(properties.endpoint());
        this.meters = meters;
    }

    /**
     * Makes a call for a Page.
     *
     * @param call its name in the meters and the log
     * @throws GraphFailure when it was not done, or when nobody knows
     */
    <T> T call(String call, PageAccess access, Function<FacebookClient, T> work) {
        var requestor = http.requestor(headers -> usage.heard(access.page(), headers));
        return timed(call, access.token(), () -> work.apply(client(access.token(), access.appSecret(), requestor)));
    }

    /**
     * Makes a call with any token, or with none.
     *
     * @param appSecret proves that the call comes from our server; none where the token is not proved
     */
    <T> T call(String call, @Nullable Secret token, @Nullable Secret appSecret, Function<FacebookClient, T> work) {
        return timed(call, token, () -> work.apply(client(token, appSecret, http.requestor(headers -> {}))));
    }

    private <T> T timed(String call, @Nullable Secret token, Supplier<T> work) {
        var sample = Timer.start(meters);
        var outcome = "ok";
        try {
            return translated(token, work);
        } catch (GraphFailure failure) {
            outcome = failure.kind().name().toLowerCase(Locale.ROOT);
            LOG.warn("Graph API call {} ended as {}: {}", call, outcome, failure.trace());
            throw failure;
        } finally {
            sample.stop(timer(call, outcome));
        }
    }

    private static <T> T translated(@Nullable Secret token, Supplier<T> work) {
        try {
            return work.get();
        } catch (FacebookException failed) {
            throw GraphFailures.of(failed, token);
        }
    }

    private Timer timer(String call, String outcome) {
        return Timer.builder("pupitre.graph.calls")
                .description("Calls of the Graph API")
                .tags("call", call, "outcome", outcome)
                .register(meters);
    }

    /** Cheap: all of them share one {@link GraphHttp}. */
    private FacebookClient client(@Nullable Secret token, @Nullable Secret appSecret, WebRequestor requestor) {
        var client = new DefaultFacebookClient(
                token == null ? null : token.value(),
                token == null || appSecret == null ? null : appSecret.value(),
                requestor,
                new DefaultJsonMapper(),
                Version.UNVERSIONED);
        client.setHeaderAuthorization(true);
        client.setFacebookEndpointUrls(endpoint);
        client.setFacebookExceptionGenerator(ERRORS);
        return client;
    }

    /** RestFB knows versions up to the day it was made; ours is part of the address. */
    private record Endpoint(String address) implements FacebookEndpoints {
        @Override
        public String getGraphEndpoint() {
            return address;
        }
    }
}
