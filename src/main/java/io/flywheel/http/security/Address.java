package io.flywheel.http.security;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from, as far as limits care. Behind a proxy the container reads the forwarded headers. */
final class Address {
    private static final int PARTS_OF_A_NETWORK = 4;

    private Address() {}

    /** The address; of IPv6 only the network, since one household has all addresses of it. */
    static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address.contains(":") ? network(address) : address;
    }

    private static String network(String address) {
        String[] parts = address.split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < Math.min(PARTS_OF_A_NETWORK, parts.length); i++) {
            network.append(parts[i]).append(':');
        }
        return network.toString();
    }
}
