/** Between log and lake: every record is judged here, and becomes the row it will be. Pure but for its counters. */
package io.sourcelens.streaming.gate;
