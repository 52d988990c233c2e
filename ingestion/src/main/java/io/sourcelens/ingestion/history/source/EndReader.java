/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers the last character that is no blank: it tells whether a quote is still open. */
final class EndReader extends FilterReader {
    private char lastCharacter;

    EndReader(Reader reader) {
        super(reader);
    }

    char lastCharacter() {
        return lastCharacter;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int index = offset + count - 1; index >= offset; index--) {
            if (!Character.isWhitespace(buffer[index])) {
                lastCharacter = buffer[index];
                break;
            }
        }
        return count;
    }
}
