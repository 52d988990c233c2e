/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The last step of a refresh: what the run wrote into the lake's marts becomes what readers of ClickHouse see. The one
 * place that writes to ClickHouse; it knows nothing of how a mart is computed.
 */
@NullMarked
package io.sourcelens.batch.publish;

import org.jspecify.annotations.NullMarked;
