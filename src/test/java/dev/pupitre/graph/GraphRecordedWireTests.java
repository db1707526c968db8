package dev.pupitre.graph;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;

/** The recorded answers themselves keep the contract: our client understands what Meta documents. */
class GraphRecordedWireTests extends GraphWireContract {
    private final GraphStub stub = new GraphStub();

    GraphRecordedWireTests() throws IOException {}

    @Override
    URI address() {
        return stub.address();
    }

    @Override
    RecordedCase prepared(RecordedCase recorded) {
        stub.answersWith(GraphStub.json(recorded.status(), recorded.answer().toString()));
        return recorded.with(GraphSandboxWireTests.SAMPLES);
    }

    @AfterEach
    void stop() {
        stub.close();
    }
}
