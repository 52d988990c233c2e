/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.publish.PublishedTable;
import java.util.List;

/** Where versions of marts go; see {@link io.sourcelens.batch.publish.MartPublisher#publish}. */
@FunctionalInterface
public interface Publisher {
    void publish(String runId, List<PublishedTable> tables);
}
