package dev.pupitre.conversation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * From where files are fetched: Meta's own hosts, and where the Graph API is, which is the sandbox in local mode.
 *
 * <p>Addresses come from webhooks and redirects; to follow any of them would let a stranger send this server around in
 * its own network.
 */
@Component
class FileHosts {
    private final FetchProperties properties;
    private final URI graph;

    FileHosts(FetchProperties properties, @Value("${pupitre.graph.base-url:https://graph.facebook.com}") URI graph) {
        this.properties = properties;
        this.graph = graph;
    }

    boolean allow(String address) {
        try {
            return allow(new URI(address));
        } catch (URISyntaxException nonsense) {
            return false;
        }
    }

    boolean allow(URI address) {
        var host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            return false;
        }
        return isGraph(address, host) || isMeta(address, host.toLowerCase(Locale.ROOT));
    }

    private boolean isGraph(URI address, String host) {
        return host.equalsIgnoreCase(graph.getHost())
                && address.getPort() == graph.getPort()
                && graph.getScheme().equalsIgnoreCase(address.getScheme());
    }

    private boolean isMeta(URI address, String host) {
        return "https".equalsIgnoreCase(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && properties.hosts().stream().anyMatch(allowed -> matches(allowed, host));
    }

    private static boolean matches(String allowed, String host) {
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }
}
