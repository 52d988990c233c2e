/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.clickhouse;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The server's own process: runs clickhouse-local, which opens the server's ports and then reads a named pipe. It stops
 * cleanly when the pipe is closed, which happens on SIGTERM.
 */
final class ClickHouseProcess {
    private static final CountDownLatch STOP = new CountDownLatch(1);
    private static final CountDownLatch STOPPED = new CountDownLatch(1);

    private ClickHouseProcess() {}

    /** https://github.com/chdb-io/chdb, programs/local/chdb.h */
    private interface Chdb extends Library {
        void chdb_set_signal_handlers_enabled(int enabled);

        Pointer chdb_query_cmdline(int argumentCount, String[] arguments);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String data = arguments[1];
        Path pipe = createPipe(Path.of(data, "configuration", "stop.pipe"));
        String[] command = {
            "clickhouse",
            "--config-file=" + arguments[2],
            "--log-level=information",
            "--path=" + data + "/store",
            "--http_port=" + arguments[3],
            "--tcp_port=" + arguments[4],
            "--listen_host=127.0.0.1",
            "--query",
            """
            SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; \
            SELECT count() FROM file('%s', 'LineAsString', 's String')
            """.formatted(pipe)
        };
        Thread holder = new Thread(() -> holdOpen(pipe), "hold-pipe-open");
        holder.setDaemon(true);
        holder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(ClickHouseProcess::stop, "stop"));

        Chdb chdb = Native.load(arguments[0], Chdb.class);
        chdb.chdb_set_signal_handlers_enabled(0);
        chdb.chdb_query_cmdline(command.length, command);
        STOPPED.countDown();
        if (STOP.getCount() > 0) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static void stop() {
        STOP.countDown();
        try {
            STOPPED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private static Path createPipe(Path pipe) throws IOException, InterruptedException {
        Files.deleteIfExists(pipe);
        int exitCode = new ProcessBuilder("mkfifo", "--mode=600", pipe.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("Cannot create named pipe " + pipe);
        }
        return pipe;
    }

    private static void holdOpen(Path pipe) {
        try (OutputStream stream = Files.newOutputStream(pipe)) {
            STOP.await();
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
