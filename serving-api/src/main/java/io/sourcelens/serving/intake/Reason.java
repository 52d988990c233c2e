/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A reason in words. */
@OfMart("intake_candidate")
record Reason(
        @Schema(description = "Stable name of the reason.") String code,
        @Schema(description = "In Chinese.") String zh,
        @Schema(description = "In English.") String en) {

    /**
     * @param list whose reasons they are: the first part of their keys in the files of words
     * @param codes separated by commas
     * @param figures that the words name
     */
    static List<Reason> all(String list, String codes, Map<String, String> figures) {
        return Arrays.stream(codes.split(","))
                .map(code -> new Reason(
                        code, Words.ZH.of(list + "." + code, figures), Words.EN.of(list + "." + code, figures)))
                .toList();
    }
}
