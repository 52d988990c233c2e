/**
 * Starts real PostgreSQL, Kafka and ClickHouse, each as an operating-system process of its own, so that a test can kill
 * one like an operator's machine would. The code that starts them needs the JDK only; the engines' libraries stay on the
 * classpath of their own processes.
 */
@NullMarked
package io.sourcelens.engines;

import org.jspecify.annotations.NullMarked;
