/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes for people: as text where they are one, without what would move a terminal's cursor; else as hexadecimal. */
final class ReadableBytes {
    private static final int BYTES_A_LINE = 32;

    private ReadableBytes() {}

    static String of(byte[] bytes) {
        try {
            return escaped(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return hexadecimal(bytes);
        }
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            boolean invisible = Character.isISOControl(character) && character != '\n'
                    || Character.getType(character) == Character.FORMAT;
            if (invisible) {
                escaped.append("\\u%04x".formatted(character));
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    private static String hexadecimal(byte[] bytes) {
        StringBuilder lines = new StringBuilder();
        for (int start = 0; start < bytes.length; start += BYTES_A_LINE) {
            byte[] line = Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + BYTES_A_LINE));
            String hex = HexFormat.ofDelimiter(" ").formatHex(line);
            String text = new String(line, StandardCharsets.US_ASCII).replaceAll("[^\\x20-\\x7e]", ".");
            lines.append("%08x  %-95s  %s%n".formatted(start, hex, text));
        }
        return lines.toString();
    }
}
