/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What was known at a past time: a mart is computed again, by the code of every refresh, over the lake's tables as they were
 * then, and compared with what was published. Here, because marts know nothing of time travel: they read a lake.
 */
@NullMarked
package io.sourcelens.batch.past;

import org.jspecify.annotations.NullMarked;
