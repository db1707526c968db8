package dev.pupitre.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a file from where it is allowed to be, within the limits of size and time. */
@Component
class FileDownload implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;
    private static final int BUFFER = 1 << 16;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** What the sender said of a file that is on this machine's disk now. */
    record Downloaded(String name, @Nullable String contentType) {}

    /** Another attempt would end the same way; the message is for the agent. */
    static final class Refused extends Exception {
        private final ReasonCode code;

        Refused(ReasonCode code) {
            this(code, code.sentence());
        }

        Refused(ReasonCode code, String reason) {
            super(reason);
            this.code = code;
        }

        ReasonCode code() {
            return code;
        }
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .executor(threads)
            .build();
    private final FileHosts hosts;
    private final FetchProperties properties;

    FileDownload(FileHosts hosts, FetchProperties properties) {
        this.hosts = hosts;
        this.properties = properties;
    }

    /**
     * Reads the file in a thread of its own, which is left when it takes too long: no time-out of the client's holds for
     * a body that trickles.
     *
     * @throws Refused when the file is not to be had
     * @throws IOException when it may be had later
     */
    Downloaded read(String address, Path into) throws Refused, IOException {
        var reading = threads.submit(() -> follow(URI.create(address), into));
        try {
            return reading.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            reading.cancel(true);
            throw new IOException("Expected the file within " + properties.timeout() + ", but it took longer", late);
        } catch (InterruptedException stopped) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Expected the file, but Pupitre was stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new IOException("Expected the file, but could not read it: " + failed.getCause(), failed.getCause());
        }
    }

    private Downloaded follow(URI address, Path into) throws Refused, IOException, InterruptedException {
        var next = address;
        for (var hop = 0; hop <= MOST_REDIRECTS; hop++) {
            if (!hosts.allow(next)) {
                throw new Refused(ReasonCode.FILE_ELSEWHERE);
            }
            var answer = client.send(HttpRequest.newBuilder(next).GET().build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() == 200) {
                    copy(body, into);
                    return new Downloaded(nameIn(next), header(answer, "Content-Type"));
                }
            }
            next = redirected(next, answer);
        }
        throw new Refused(ReasonCode.FILE_NOT_FETCHED, "Facebook leads in circles for this file");
    }

    private void copy(InputStream body, Path into) throws Refused, IOException {
        var limit = properties.limit().toBytes();
        try (var file = java.nio.file.Files.newOutputStream(into)) {
            var buffer = new byte[BUFFER];
            var total = 0L;
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
                if (total > limit) {
                    throw new Refused(
                            ReasonCode.FILE_OVER_LIMIT,
                            "The file is larger than " + properties.limit().toMegabytes() + " MB");
                }
                file.write(buffer, 0, read);
            }
        }
    }

    /** Addresses of files are signed and expire: what is refused once stays refused. */
    private static URI redirected(URI from, HttpResponse<?> answer) throws Refused, IOException {
        var status = answer.statusCode();
        if (status >= 400 && status < 500 && status != 408 && status != 429) {
            throw new Refused(
                    ReasonCode.FILE_EXPIRED, "Facebook does not have this file any more (HTTP " + status + ")");
        }
        var location = header(answer, "Location");
        if (status < 300 || status >= 400 || location == null) {
            throw new IOException("Expected the file, but got HTTP status " + status);
        }
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException nonsense) {
            throw new Refused(ReasonCode.FILE_NOT_FETCHED, "Facebook leads nowhere for this file");
        }
    }

    private static @Nullable String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    /** The last part of the path, which of documents is the name the customer gave them. */
    private static String nameIn(URI address) {
        var path = address.getRawPath();
        var last = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException nonsense) {
            return last;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
