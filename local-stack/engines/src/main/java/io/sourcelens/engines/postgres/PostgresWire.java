/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.postgres;

import io.sourcelens.engines.EngineException;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * As much of PostgreSQL's protocol 3.0 as one statement takes, so that starting a server needs no driver.
 * https://www.postgresql.org/docs/current/protocol-flow.html
 */
final class PostgresWire {
    private static final int PROTOCOL = 196608;
    private static final int TIMEOUT_MILLIS = 10_000;

    private PostgresWire() {}

    /** Runs one statement as {@code postgres}; the first column of the first row, if any. */
    static Optional<String> query(int port, String database, String sql) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] startup =
                    "user\0postgres\0database\0%s\0\0".formatted(database).getBytes(StandardCharsets.UTF_8);
            out.writeInt(startup.length + 8);
            out.writeInt(PROTOCOL);
            out.write(startup);
            out.flush();
            readUntilReady(in);
            byte[] statement = (sql + "\0").getBytes(StandardCharsets.UTF_8);
            out.writeByte('Q');
            out.writeInt(statement.length + 4);
            out.write(statement);
            out.flush();
            Optional<String> value = readUntilReady(in);
            out.writeByte('X');
            out.writeInt(4);
            out.flush();
            return value;
        }
    }

    private static Optional<String> readUntilReady(DataInputStream in) throws IOException {
        Optional<String> value = Optional.empty();
        while (true) {
            char type = (char) in.readUnsignedByte();
            byte[] body = in.readNBytes(in.readInt() - 4);
            if (type == 'E') {
                throw new EngineException("PostgreSQL refuses: "
                        + new String(body, StandardCharsets.UTF_8)
                                .replace('\0', ' ')
                                .strip());
            }
            if (type == 'D' && value.isEmpty()) {
                value = firstColumn(body);
            }
            if (type == 'Z') {
                return value;
            }
        }
    }

    private static Optional<String> firstColumn(byte[] row) {
        int length = java.nio.ByteBuffer.wrap(row).getInt(2);
        return length < 0 ? Optional.empty() : Optional.of(new String(row, 6, length, StandardCharsets.UTF_8));
    }
}
