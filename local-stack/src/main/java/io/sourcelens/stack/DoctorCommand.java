/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.engines.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code doctor}: what is missing on this machine, in words. */
@Command(name = "doctor", description = "What is missing on this machine, in words.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final List<String> problems = new ArrayList<>();

    @Override
    public Integer call() {
        StackSettings settings = StackSettings.of(SourceLens.options());
        platform();
        programs();
        superset();
        privileges();
        disk(settings);
        ports(settings);
        if (problems.isEmpty()) {
            System.out.println("Nothing is missing: ./sourcelens demo");
            return 0;
        }
        System.out.printf("%d to put right:%n", problems.size());
        problems.forEach(problem -> System.out.println("  - " + problem));
        return 1;
    }

    private void platform() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        check(
                system,
                "Linux amd64".equals(system),
                "the embedded PostgreSQL and ClickHouse are for Linux on x86-64; set SOURCELENS_POSTGRES_URL, SOURCELENS_CATALOG_URL and SOURCELENS_CLICKHOUSE_URL to servers of your own");
        int java = Runtime.version().feature();
        check("Java " + java, java >= 17, "install a JDK 17");
    }

    private void programs() {
        for (List<Tool> tools : List.of(Tool.FOR_BUILD, Tool.FOR_DEMO)) {
            for (Tool tool : tools) {
                check(
                        "%s (%s)".formatted(tool.name(), tool.purpose()),
                        tool.path().isPresent(),
                        tool.remedy());
            }
        }
        check(
                "Node.js 20 or newer",
                succeeds("node", "-e", "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)"),
                "install Node.js 20 or newer");
    }

    private void superset() {
        check(
                "Python 3.11 with venv (Superset only)",
                succeeds("python3", "-c", "import venv, ensurepip, sys; sys.exit(sys.version_info[:2] != (3, 11))"),
                "install Python 3.11 with its venv module, or run demo --without superset");
    }

    private void privileges() {
        if ("root".equals(System.getProperty("user.name"))) {
            check(
                    "user namespaces (PostgreSQL refuses to run as root)",
                    succeeds("unshare", "--user", "true"),
                    "run as another user than root, or allow user namespaces");
        }
    }

    private void disk(StackSettings settings) {
        long free = Preconditions.freeDiskBytes(settings);
        check(
                String.format(Locale.ROOT, "%.1f GiB of disk", free / (double) (1L << 30)),
                free >= Preconditions.NEEDED_DISK_BYTES,
                "free some: 4 GiB are needed");
    }

    private void ports(StackSettings settings) {
        if (!new PidFiles(settings.options().state()).running().isEmpty()) {
            System.out.println("  -   ports: the demo runs");
            return;
        }
        List<Integer> taken = new ArrayList<>();
        for (Port port : Port.values()) {
            if (!Ports.isFree(settings.port(port))) {
                taken.add(settings.port(port));
            }
        }
        check(
                "ports",
                taken.isEmpty(),
                "ports %s are taken: stop what listens there, or use --port-offset".formatted(taken));
    }

    private void check(String what, boolean holds, String remedy) {
        System.out.printf("  %s  %s%n", holds ? "ok" : "NO", what);
        if (!holds) {
            problems.add(what + ": " + remedy);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
