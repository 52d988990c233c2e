/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.answer;

import java.time.Instant;

/** A row of a mart, which knows the refresh that made it. */
public interface Published {
    Instant asOf();

    String runId();
}
