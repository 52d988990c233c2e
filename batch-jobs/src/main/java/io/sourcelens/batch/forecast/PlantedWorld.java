/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.List;

/**
 * A made-up marketplace at an origin.
 *
 * @param known what is counted of the days before
 * @param came what becomes of the days of the horizon, in the end
 * @param periods that the days before are counted by
 */
record PlantedWorld(List<TrialCount> known, List<TrialCount> came, Periods periods) {}
