package dev.pupitre;

import dev.pupitre.kernel.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.unit.DataSize;

/** Looks, before anything is started, for what would make the start fail, and says it in one sentence. */
class Preflight implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final DataSize ENOUGH = DataSize.ofGigabytes(2);

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(event.getEnvironment());
    }

    void check(Environment settings) {
        Binder binder = Binder.get(settings);
        int port = binder.bind("server.port", Integer.class).orElse(8080);
        InetAddress address = binder.bind("server.address", InetAddress.class).orElse(null);
        requireFreePort(port, address);
        if (address != null && address.isLoopbackAddress()) {
            // Where localhost means ::1 first, browsers would find whoever listens there.
            loopbackAddresses().forEach(other -> requireFreePort(port, other));
        }
        if (settings.acceptsProfiles(Profiles.of("local"))) {
            Path directory = binder.bind("pupitre.local.directory", Path.class)
                    .orElse(Path.of(".local"))
                    .toAbsolutePath();
            requireWritable(directory);
            requireSpace(
                    directory,
                    binder.bind("pupitre.local.required-disk-space", DataSize.class)
                            .orElse(ENOUGH));
        }
    }

    private static void requireFreePort(int port, @Nullable InetAddress address) {
        if (port < 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Expected port %d to be free for Pupitre's pages, but another program listens on it: stop that program, or choose another port with SERVER_PORT."
                            .formatted(port),
                    e);
        }
    }

    static List<InetAddress> loopbackAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(InetAddress::isLoopbackAddress)
                    .toList();
        } catch (SocketException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    private static void requireWritable(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "writable", ""));
        } catch (IOException e) {
            throw new CannotStart(
                    "Expected to keep data in %s, but it cannot be written to: make it writable, or name another directory with PUPITRE_LOCAL_DIRECTORY."
                            .formatted(directory),
                    e);
        }
    }

    private static void requireSpace(Path directory, DataSize required) {
        long free = directory.toFile().getUsableSpace();
        if (free < required.toBytes()) {
            throw new CannotStart(
                    "Expected %d MB of free disk space at %s, but there are only %d MB: free some, or name another directory with PUPITRE_LOCAL_DIRECTORY."
                            .formatted(required.toMegabytes(), directory, free >> 20));
        }
    }
}
