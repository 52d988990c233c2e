/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import io.sourcelens.ingestion.history.mapping.ImportException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes to text. Bytes that the encoding does not have are an error: replacing them would lose what stood there. */
public final class Encodings {
    private static final int SAMPLE_BYTES = 1 << 20;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int FIRST_CHINESE = 0x4E00;

    private Encodings() {}

    /** @throws ImportException when there is no such encoding */
    static Reader open(Path path, @Nullable String encoding) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(Files.newInputStream(path), 3);
        Charset marked = byteOrderMark(stream);
        Charset charset = encoding == null ? marked == null ? StandardCharsets.UTF_8 : marked : named(path, encoding);
        return new BufferedReader(new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** What the beginning of the file fits: UTF-8 if it can be, else GB18030 if that gives Chinese, else Windows-1252. */
    public static String guess(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] sample = stream.readNBytes(SAMPLE_BYTES);
            if (sample.length > 1
                    && (sample[0] == (byte) 0xFF && sample[1] == (byte) 0xFE
                            || sample[0] == (byte) 0xFE && sample[1] == (byte) 0xFF)) {
                return "UTF-16";
            }
            if (decoded(sample, StandardCharsets.UTF_8) != null) {
                return "UTF-8";
            }
            String chinese = decoded(sample, GB18030);
            return chinese != null && isMostlyChinese(chinese) ? "GB18030" : WINDOWS_1252.name();
        } catch (IOException e) {
            throw new ImportException("Cannot read %s: %s; see that it is there".formatted(path, e.getMessage()), e);
        }
    }

    static ImportException wrong(Path path, @Nullable String encoding, long rows, Throwable cause) {
        return new ImportException(
                "Cannot read %s as %s: it has other bytes after row %d; say encoding: in the mapping (it may be %s)"
                        .formatted(path, encoding == null ? "UTF-8" : encoding, rows, guess(path)),
                cause);
    }

    private static Charset named(Path path, String encoding) {
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new ImportException(
                    "Cannot read %s as %s: there is no such encoding; say for example UTF-8, GB18030 or windows-1252"
                            .formatted(path, encoding),
                    e);
        }
    }

    private static @Nullable Charset byteOrderMark(PushbackInputStream stream) throws IOException {
        byte[] mark = stream.readNBytes(3);
        if (mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        stream.unread(mark);
        boolean utf16 = mark.length > 1
                && (mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE
                        || mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF);
        return utf16 ? StandardCharsets.UTF_16 : null;
    }

    /** Null if the bytes are none of this encoding; a sample may end within a character. */
    private static @Nullable String decoded(byte[] sample, Charset charset) {
        for (int cut = 0; cut < 4; cut++) {
            try {
                int length = Math.max(0, sample.length - cut);
                CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(sample, 0, length));
                return text.toString();
            } catch (CharacterCodingException e) {
                if (sample.length < SAMPLE_BYTES) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Latin texts read as GB18030 give single odd characters among letters; Chinese ones stand together. */
    private static boolean isMostlyChinese(String text) {
        long chinese = text.chars()
                .filter(character -> character >= FIRST_CHINESE && character < 0xA000)
                .count();
        long beside = 0;
        for (int index = 1; index < text.length(); index++) {
            if (text.charAt(index) >= FIRST_CHINESE
                    && text.charAt(index) < 0xA000
                    && text.charAt(index - 1) >= FIRST_CHINESE
                    && text.charAt(index - 1) < 0xA000) {
                beside++;
            }
        }
        return chinese > 0 && beside * 3 > chinese;
    }
}
