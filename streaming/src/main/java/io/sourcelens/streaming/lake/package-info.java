/** The raw tables of the lake: what they are called, how they come to be, and the sink that fills them exactly once. */
package io.sourcelens.streaming.lake;
