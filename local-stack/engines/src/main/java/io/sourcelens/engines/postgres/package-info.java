@NullMarked
package io.sourcelens.engines.postgres;

import org.jspecify.annotations.NullMarked;
