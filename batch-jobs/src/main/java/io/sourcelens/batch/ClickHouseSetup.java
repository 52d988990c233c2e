/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.publish.MartPublisher;
import io.sourcelens.batch.publish.PublishConfiguration;
import java.sql.SQLException;

/** Makes the tables in ClickHouse before the first refresh does, for who needs them without one. */
public final class ClickHouseSetup {
    private ClickHouseSetup() {}

    public static void main(String[] arguments) throws SQLException {
        new MartPublisher(PublishConfiguration.of(System.getenv())).migrate();
    }
}
