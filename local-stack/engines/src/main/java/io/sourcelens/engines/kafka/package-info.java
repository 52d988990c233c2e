@NullMarked
package io.sourcelens.engines.kafka;

import org.jspecify.annotations.NullMarked;
