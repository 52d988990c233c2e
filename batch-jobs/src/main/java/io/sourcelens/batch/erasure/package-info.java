/**
 * Erasure: a person leaves the lake. Facts of orders stay, for sellers owe them to their books and they name nobody without
 * the person; what goes is every pseudonym of the person, every rejected record that names it, and every older snapshot
 * that still has them.
 */
@NullMarked
package io.sourcelens.batch.erasure;

import org.jspecify.annotations.NullMarked;
