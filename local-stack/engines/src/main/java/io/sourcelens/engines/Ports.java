/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback interface. */
public final class Ports {
    /** The kernel's default, net.ipv4.ip_local_port_range. */
    private static final int LOWEST_OF_CONNECTIONS = 32_768;

    private static final int LOWEST = 20_000;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nobody uses now, that this process has not handed out before, and that is below those from which the
     * kernel takes the local ends of connections: a server may stop and come back on it, and finds it free.
     */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_OF_CONNECTIONS);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new EngineException("Cannot find a free port: %d tries between %d and %d, all taken"
                .formatted(ATTEMPTS, LOWEST, LOWEST_OF_CONNECTIONS));
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws EngineException when somebody listens on the port */
    public static void requireFree(int port, String name) {
        if (!isFree(port)) {
            throw new EngineException(
                    "Cannot start %s: port %d is taken; stop what listens there or choose another port"
                            .formatted(name, port));
        }
    }
}
