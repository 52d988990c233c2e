/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.source.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What makes an import the same: marketplace, mapping, and the bytes of every file. */
final class ImportId {
    private static final int LENGTH = 16;

    private ImportId() {}

    static String of(ImportPlan plan) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(plan.marketplace().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(plan.mappingFile()));
            for (List<DataFile> files : plan.sources().files().values()) {
                for (DataFile file : files) {
                    digest.update(file.path().getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    try (InputStream stream = new DigestInputStream(Files.newInputStream(file.path()), digest)) {
                        stream.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException e) {
            throw new ImportException(
                    "Cannot read the files again: %s; leave them where they are".formatted(e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
