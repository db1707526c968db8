package dev.pupitre.engine;

import java.net.URI;

/** Where the engine's gateway listens: from the settings in server mode, the local broker's own in local mode. */
@FunctionalInterface
interface EngineAddress {
    /** The gRPC address; asked for once, when the client is made. */
    URI grpc();
}
