/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a mapping, each with its place, so that a person can correct all of it in one go. */
public final class Problems {
    private final List<String> found = new ArrayList<>();

    public void add(String place, String problem) {
        found.add("%s: %s".formatted(place, problem));
    }

    public List<String> found() {
        return List.copyOf(found);
    }

    /** @throws ImportException that tells every problem */
    public void refuse(Path mapping) {
        if (!found.isEmpty()) {
            throw new ImportException("Cannot use mapping %s; correct this and import again, nothing was sent:%n- %s"
                    .formatted(mapping, String.join("%n- ".formatted(), found)));
        }
    }
}
