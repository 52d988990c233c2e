@NullMarked
package io.sourcelens.engines.clickhouse;

import org.jspecify.annotations.NullMarked;
