package dev.pupitre.engine;

import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** A program that runs a local broker until it is killed, and prints its address. */
final class BrokerRun {
    static final Path ENGINE = Path.of(".local", "engine");

    private BrokerRun() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalBroker broker = new LocalBroker(in(Path.of(arguments[0])));
        broker.start();
        System.out.println(broker.grpc());
        Thread.currentThread().join();
    }

    /** A broker on any free ports, with its data in a directory of its own. */
    static LocalProperties in(Path directory) {
        return new LocalProperties(directory, ENGINE, DataSize.ofMegabytes(512), new BrokerPorts(0, 0, 0, 0, 0));
    }
}
