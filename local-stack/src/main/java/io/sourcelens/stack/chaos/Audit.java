/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.MarketplaceTables;
import io.sourcelens.stack.Sql;
import io.sourcelens.stack.StackSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The marketplace's own account of its changes: a trigger on every captured table notes each in the same transaction, so
 * that what is noted is what was committed, whoever was killed meanwhile.
 */
final class Audit {
    private static final String SETUP = """
            create schema chaos;
            create table chaos.change (table_name text not null, change_op char(1) not null, key text not null);
            create function chaos.note() returns trigger language plpgsql as $$
            begin
                insert into chaos.change values (
                    tg_table_name,
                    case tg_op when 'INSERT' then 'c' when 'UPDATE' then 'u' else 'd' end,
                    row_to_json(case tg_op when 'DELETE' then old else new end) ->> tg_argv[0]);
                return null;
            end $$;
            """;
    private static final String TRIGGER = """
            create trigger chaos_note after insert or update or delete on marketplace."%s"
            for each row execute function chaos.note('%s');
            """;

    private final StackSettings settings;

    private Audit(StackSettings settings) {
        this.settings = settings;
    }

    /** Begins to note. */
    static Audit begin(StackSettings settings) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(SETUP);
            for (String table : MarketplaceTables.CAPTURED) {
                statement.execute(TRIGGER.formatted(table, MarketplaceTables.key(table)));
            }
            connection.commit();
        }
        return new Audit(settings);
    }

    /** How many changes of a table were committed, by key and operation. */
    Map<String, Long> changes(String table) throws SQLException {
        try (Connection connection = connect(settings)) {
            Map<String, Long> changes = new HashMap<>();
            for (List<String> row : Sql.rows(connection, """
                    select key || ' ' || change_op, count(*) from chaos.change where table_name = '%s' group by 1""".formatted(table))) {
                changes.put(row.get(0), Long.valueOf(row.get(1)));
            }
            return changes;
        }
    }

    private static Connection connect(StackSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.value("POSTGRES_URL"), settings.value("POSTGRES_USER"), settings.value("POSTGRES_PASSWORD"));
    }
}
