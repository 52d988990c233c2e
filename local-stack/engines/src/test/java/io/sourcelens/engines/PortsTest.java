/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void noPortIsGivenTwiceAndNoneIsOneOfTheKernels() throws Exception {
        List<Integer> given =
                IntStream.range(0, 500).mapToObj(i -> Ports.free()).toList();
        String kernels = Files.readAllLines(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))
                .get(0);
        int lowest = Integer.parseInt(kernels.split("\\s+")[0]);
        assertThat(given).doesNotHaveDuplicates().allMatch(port -> port < lowest);
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "Kafka"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("Cannot start Kafka: port %d is taken", taken.getLocalPort());
        }
    }
}
