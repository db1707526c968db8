package dev.pupitre.engine;

import dev.pupitre.kernel.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The ports of the local broker: clients' gRPC, the two of its own protocol, REST, and health. */
record BrokerPorts(
        @DefaultValue("26500") int grpc,
        @DefaultValue("26501") int command,
        @DefaultValue("26502") int internal,
        @DefaultValue("26503") int rest,
        @DefaultValue("26504") int monitoring) {

    /** Replaces each 0 by a free port, and refuses those that another program has. */
    BrokerPorts reserved() {
        return new BrokerPorts(
                free("grpc", grpc),
                free("command", command),
                free("internal", internal),
                free("rest", rest),
                free("monitoring", monitoring));
    }

    /** Whether a broker that listens on these ports is where the other, wished for, should be. */
    boolean satisfy(BrokerPorts wished) {
        return satisfies(grpc, wished.grpc)
                && satisfies(command, wished.command)
                && satisfies(internal, wished.internal)
                && satisfies(rest, wished.rest)
                && satisfies(monitoring, wished.monitoring);
    }

    private static boolean satisfies(int port, int wished) {
        return wished == 0 || wished == port;
    }

    private static int free(String name, int wished) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wished));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "Expected port %d to be free for the Camunda broker, but another program listens on it: stop that program, or choose another port with pupitre.local.ports.%s."
                            .formatted(wished, name),
                    e);
        }
    }
}
