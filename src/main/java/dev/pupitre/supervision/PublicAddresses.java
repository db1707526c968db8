package dev.pupitre.supervision;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds hosts in the open internet only: what an administrator types must not send this server around in its own
 * network. It is asked for every connection, so that a name cannot lead elsewhere between the check and the call.
 */
class PublicAddresses implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (var address : addresses) {
            if (!isPublic(address)) {
                throw new UnknownHostException(
                        "Expected an address in the open internet, but " + host + " is in a private network");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> isPublicFour(bytes);
            case Inet6Address six -> isPublicSix(bytes);
            default -> false;
        };
    }

    /** IANA's registry of special addresses: "this" network, shared, benchmarks, reserved. */
    private static boolean isPublicFour(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 192 && second == 0);
    }

    /** Global unicast only, without what carries an older address within it. */
    private static boolean isPublicSix(byte[] bytes) {
        var global = (bytes[0] & 0xe0) == 0x20;
        var sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        var teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
