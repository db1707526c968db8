package dev.pupitre.graph;

import static dev.pupitre.graph.GraphStub.error;
import static dev.pupitre.graph.GraphStub.json;

import com.restfb.util.EncodingUtils;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** The stub of the other tests answers as they believe Meta does. */
class GraphStubContractTests extends GraphContract {
    private final GraphStub stub = new GraphStub();
    private final Queue<GraphStub.Behaviour> failures = new ArrayDeque<>();

    GraphStubContractTests() throws IOException {
        stub.answersWith(this::answer);
    }

    @Override
    URI address() {
        return stub.address();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Override
    void failNextSend(int code, int subcode) {
        failures.add(
                code == 0 ? HttpExchange::close : error(code == 2 ? 500 : 400, code, subcode == 0 ? null : subcode));
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        var failure = failures.poll();
        var answer = failure == null ? meta(stub.calls().getLast()) : failure;
        answer.answer(exchange);
    }

    private static GraphStub.Behaviour meta(GraphStub.Call call) {
        var proof = call.parameters().getOrDefault("appsecret_proof", proof());
        if (!("Bearer " + TOKEN).equals(call.authorization())) {
            return error(400, 190, null);
        }
        if (!proof.equals(proof())) {
            return error(400, 100, null);
        }
        if (call.method().equals("GET")) {
            return call.path().endsWith(ADA)
                    ? json(200, "{\"first_name\":\"Ada\",\"last_name\":\"Lovelace\",\"id\":\"%s\"}".formatted(ADA))
                    : error(400, 100, 33);
        }
        return call.parameters().getOrDefault("recipient", "").contains(ADA)
                ? json(200, "{\"recipient_id\":\"%s\",\"message_id\":\"m_%s\"}".formatted(ADA, UUID.randomUUID()))
                : error(400, 100, 2018001);
    }

    private static String proof() {
        return EncodingUtils.encodeAppSecretProof(SECRET, TOKEN);
    }
}
