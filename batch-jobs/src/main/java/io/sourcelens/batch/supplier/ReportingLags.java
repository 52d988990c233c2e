/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.mart.Basis;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How late defects are reported, as one run knows it: estimated when the first mart asks, and not again for the next. */
public final class ReportingLags {
    private final Lake lake;
    private final Basis basis;
    private @Nullable Map<String, ReportingLag> byMarketplace;

    public ReportingLags(Lake lake, Basis basis) {
        this.lake = lake;
        this.basis = basis;
    }

    /** Of those marketplaces that have enough reports. */
    public synchronized Map<String, ReportingLag> byMarketplace() {
        if (byMarketplace == null) {
            byMarketplace = basis.withCases().isEmpty()
                    ? Map.of()
                    : DefectReports.lags(
                            lake.read("core.order_line"), lake.read("core.after_sale_case"), basis.marketplaces());
        }
        return byMarketplace;
    }
}
