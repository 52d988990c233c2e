/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.Collections;
import java.util.Map;

/**
 * One valid change of one row of an entity.
 *
 * @param operation see {@link Envelope#OP}
 * @param sourceTimeMillis when the source committed it
 * @param values the entity's fields by name; String, Integer, Long (also instants, in microseconds), Double, Boolean;
 *     absent where the record has null. A deletion may carry the key alone
 * @param extension fields that the contract does not know, as texts; both maps are handed over, not copied
 */
public record Change(
        String marketplace,
        String operation,
        String source,
        long sourcePosition,
        long sourceTimeMillis,
        Map<String, Object> values,
        Map<String, String> extension) {

    /** Operation of a deletion. */
    public static final String DELETE = "d";

    public Change {
        values = Collections.unmodifiableMap(values);
        extension = Collections.unmodifiableMap(extension);
    }
}
