/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.util.List;

/**
 * A value in SQL.
 *
 * @param checks what can be wrong with a row because of it
 * @param notes what is remarkable of a row that is kept although it could not be read
 */
record ValueSql(String value, List<RowCheck> checks, List<RowCheck> notes) {
    ValueSql {
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    /**
     * @param reason of the rejection, or the note
     * @param condition under which it holds
     * @param detail SQL of what is wrong in words
     */
    record RowCheck(String reason, String condition, String detail) {
        /** The same, of those rows only for which something else holds too. */
        RowCheck onlyWhen(String other) {
            return new RowCheck(reason, "(%s) and (%s)".formatted(other, condition), detail);
        }

        /** The same, where an expression has become a column. */
        RowCheck reading(String expression, String column) {
            return new RowCheck(reason, condition.replace(expression, column), detail);
        }

        String sqlCase() {
            return "when %s then {'reason': %s, 'detail': %s}".formatted(condition, Sql.text(reason), detail);
        }
    }
}
