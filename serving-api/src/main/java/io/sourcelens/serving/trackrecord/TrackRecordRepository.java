/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.trackrecord;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrackRecordRepository {
    private final JdbcClient clickHouse;

    TrackRecordRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    List<TrackRecordScore> scores(String marketplace, String subject) {
        return clickHouse
                .sql("""
                        SELECT target, horizon_days, method, metric, origins, forecasts,
                            value, value_low, value_high, lift, lift_low, lift_high, reason,
                            first_origin, last_origin, step_days, as_of, run_id
                        FROM api.track_record
                        WHERE marketplace = :marketplace AND subject = :subject
                        ORDER BY target, horizon_days, metric, method = 'published' DESC, method""")
                .param("marketplace", marketplace)
                .param("subject", subject)
                .query(TrackRecordScore.class)
                .list();
    }
}
