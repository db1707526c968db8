package dev.pupitre.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.restfb.DebugHeaderInfo;
import com.restfb.WebRequestor;
import com.restfb.json.Json;
import com.restfb.json.JsonObject;
import com.restfb.json.ParseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries RestFB's calls.
 *
 * <p>RestFB's own way, {@link java.net.HttpURLConnection}, silently repeats a POST on a connection that broke, which
 * would send a message twice; {@link HttpClient} does not. One connection carries one call at a time (HTTP/1.1), so a
 * connection that breaks leaves one message in doubt, not all that are on their way.
 */
@Component
class GraphHttp implements AutoCloseable {
    private static final int LONGEST_ANSWER = 1 << 20;

    private final HttpClient client;
    private final GraphProperties properties;

    GraphHttp(GraphProperties properties) {
        this.properties = properties;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** What RestFB calls by; the listener is told the headers of each answer. */
    WebRequestor requestor(Consumer<HttpHeaders> listener) {
        return new Requestor(listener);
    }

    private final class Requestor implements WebRequestor {
        private final Consumer<HttpHeaders> listener;

        Requestor(Consumer<HttpHeaders> listener) {
            this.listener = listener;
        }

        @Override
        public Response executeGet(Request call) throws IOException {
            return answer(request(call, call.getFullUrl()).GET(), properties.timeout());
        }

        @Override
        public Response executePost(Request call) throws IOException {
            var files = call.getBinaryAttachments();
            if (files != null && !files.isEmpty() && files.getFirst() instanceof StreamedFile file) {
                var body = MultipartBody.of(call, file);
                var upload = request(call, call.getUrl())
                        .header("Content-Type", body.contentType())
                        .POST(body.publisher());
                return answer(upload, properties.uploadTimeout());
            }
            var form = request(call, call.getUrl())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(call.getParameters(), UTF_8));
            return answer(form, properties.timeout());
        }

        @Override
        public Response executeDelete(Request call) throws IOException {
            return answer(request(call, call.getFullUrl()).DELETE(), properties.timeout());
        }

        @Override
        public @Nullable DebugHeaderInfo getDebugHeaderInfo() {
            return null;
        }

        /** RestFB reads a Graph error with some HTTP codes only; Meta and what stands before it use more. */
        private Response answer(HttpRequest.Builder request, Duration patience) throws IOException {
            var answer = exchange(request.build(), patience);
            listener.accept(answer.headers());
            var status = answer.statusCode();
            if (status >= 200 && status < 300) {
                return new Response(200, answer.body());
            }
            if (carriesGraphError(answer.body())) {
                return new Response(400, answer.body());
            }
            throw new UnreadableAnswer(status);
        }
    }

    private static HttpRequest.Builder request(WebRequestor.Request call, String address) {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json");
        return call.hasHeaderAccessToken()
                ? request.header("Authorization", "Bearer " + call.getHeaderAccessToken())
                : request;
    }

    /** Waits itself: the client's own time-out ends with the head of an answer. */
    private HttpResponse<String> exchange(HttpRequest request, Duration patience) throws IOException {
        var exchange = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LONGEST_ANSWER));
        try {
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw new HttpTimeoutException("Expected an answer within " + patience + ", but got none");
        } catch (InterruptedException stopped) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Expected an answer, but Pupitre was stopped");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        }
    }

    private static boolean carriesGraphError(String body) {
        try {
            return Json.parse(body) instanceof JsonObject answer
                    && answer.get("error") instanceof JsonObject error
                    && error.get("code") != null
                    && error.get("code").isNumber()
                    && error.get("message") != null
                    && error.get("message").isString();
        } catch (ParseException notJson) {
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** An answer that is neither a result nor an error of the Graph API: something on the way gave it. */
    static final class UnreadableAnswer extends IOException {
        private final int status;

        UnreadableAnswer(int status) {
            super("Expected an answer of the Graph API, but got HTTP status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
