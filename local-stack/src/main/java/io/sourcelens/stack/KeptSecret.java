/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A random secret of the local run: made once, kept in the state folder, readable by its owner only. */
final class KeptSecret {
    private static final int BYTES = 48;

    private KeptSecret() {}

    static synchronized String in(Path state, String name) {
        Path file = state.resolve(name);
        try {
            Files.createDirectories(state);
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException("Cannot keep a secret in %s: %s".formatted(file, e), e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return;
        }
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }
}
