/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

/** What can be kept of a text, and what is shown of it. */
final class Texts {
    private static final int SHOWN_CHARACTERS = 300;
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** Refuses NUL, which PostgreSQL and many readers cannot keep, and half a surrogate pair, which UTF-8 cannot. */
    static String requireStorable(String name, String text) throws Refusal {
        for (int index = 0; index < text.length(); index++) {
            if (isUnstorable(text, index)) {
                throw new Refusal(
                        RejectReason.INVALID_TEXT,
                        "%s holds U+%04X at %d".formatted(name, (int) text.charAt(index), index));
            }
        }
        return text;
    }

    /** The text as it can be written into a log or a table: storable, and cut when it is long. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int index = 0; index < Math.min(text.length(), SHOWN_CHARACTERS); index++) {
            shown.append(isUnstorable(text, index) ? REPLACEMENT : text.charAt(index));
        }
        if (text.length() <= SHOWN_CHARACTERS) {
            return shown.toString();
        }
        if (Character.isHighSurrogate(shown.charAt(SHOWN_CHARACTERS - 1))) {
            shown.setLength(SHOWN_CHARACTERS - 1);
        }
        return shown.append(" …").toString();
    }

    private static boolean isUnstorable(String text, int index) {
        char character = text.charAt(index);
        if (character == 0 || !Character.isSurrogate(character)) {
            return character == 0;
        }
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
