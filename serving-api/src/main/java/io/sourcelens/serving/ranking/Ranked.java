/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.answer.Published;

/** A place of a list. */
interface Ranked extends Published {
    double maturity();
}
