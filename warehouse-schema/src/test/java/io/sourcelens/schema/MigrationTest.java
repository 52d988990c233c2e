/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {
    @Test
    void statementsEndWithASemicolonAtTheEndOfALineAndCommentsAreLeftOut() {
        Migration migration = new Migration("V007__two_statements", """
                -- first; really
                SELECT ';' AS a;

                SELECT 2;
                """);

        assertThat(migration.version()).isEqualTo(7);
        assertThat(migration.statements()).containsExactly("SELECT ';' AS a", "SELECT 2");
    }

    @Test
    void aFileWithoutVersionInItsNameIsRefused() {
        assertThatThrownBy(() -> new Migration("views", "SELECT 1"))
                .hasMessage("Cannot use migration views: its name must be like V001__what_it_does");
    }

    @Test
    void releasedFilesAreNumberedFromOneWithoutGaps() {
        List<Migration> released = Migration.released();
        for (int index = 0; index < released.size(); index++) {
            assertThat(released.get(index).version()).isEqualTo(index + 1);
        }
        assertThat(released).isNotEmpty();
    }

    @Test
    void everyReleasedStatementBearsBeingRunTwice() {
        assertThat(Migration.released().stream().flatMap(migration -> migration.statements().stream()))
                .allSatisfy(
                        statement -> assertThat(statement)
                                .matches(
                                        "(?s)(CREATE OR REPLACE VIEW|DROP VIEW IF EXISTS|ALTER TABLE \\S+ ADD COLUMN IF NOT EXISTS) .*"));
    }

    @Test
    void everyViewOfAReaderHasTheRightsOfTheWriter() {
        assertThat(Migration.released().stream().flatMap(migration -> migration.statements().stream()))
                .filteredOn(statement -> statement.startsWith("CREATE"))
                .allSatisfy(statement -> assertThat(statement).contains("DEFINER = writer SQL SECURITY DEFINER"));
    }
}
