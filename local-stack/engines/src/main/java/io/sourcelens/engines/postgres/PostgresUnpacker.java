/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's programs from their jar. Runs in the build, once per build folder. */
final class PostgresUnpacker {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresUnpacker() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path complete = folder.resolve(".complete");
        if (Files.exists(complete)) {
            return;
        }
        try (InputStream stream = PostgresUnpacker.class.getResourceAsStream(ARCHIVE)) {
            if (stream == null) {
                throw new IOException("Cannot unpack PostgreSQL: %s is not on the classpath".formatted(ARCHIVE));
            }
            unpack(new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(stream))), folder);
        }
        Files.createFile(complete);
    }

    private static void unpack(TarArchiveInputStream archive, Path folder) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("Cannot unpack %s: it leaves %s".formatted(entry.getName(), folder));
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.copy(archive, file);
                boolean executable = (entry.getMode() & 0b001_000_000) != 0;
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
