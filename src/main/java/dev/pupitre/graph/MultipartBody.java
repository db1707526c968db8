package dev.pupitre.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.restfb.WebRequestor.Request;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** A file and a call's parameters as {@code multipart/form-data} (RFC 7578). */
record MultipartBody(String boundary, BodyPublisher publisher) {
    static MultipartBody of(Request call, StreamedFile file) {
        var boundary = "pupitre-" + UUID.randomUUID();
        var head = (parameters(call.getParameters(), boundary) + head(file, boundary)).getBytes(UTF_8);
        var tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8);
        var whole = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head),
                BodyPublishers.ofInputStream(file::content),
                BodyPublishers.ofByteArray(tail));
        return new MultipartBody(
                boundary, BodyPublishers.fromPublisher(whole, head.length + file.size() + tail.length));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    private static String parameters(String form, String boundary) {
        return Arrays.stream(form.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, pair[0], URLDecoder.decode(pair[1], UTF_8)))
                .collect(Collectors.joining());
    }

    /** A name with a quote or a line break would end its field. */
    private static String head(StreamedFile file, String boundary) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(
                        boundary,
                        file.getFieldName(),
                        file.getFilename().replaceAll("[\"\\p{Cntrl}]", "_"),
                        file.getContentType());
    }
}
