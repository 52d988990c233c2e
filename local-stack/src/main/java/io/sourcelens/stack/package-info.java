/**
 * The local run: every part of the system as a process of its own on loopback ports, started in the order of its needs,
 * watched, restarted when it dies and stopped in reverse. Knows commands, ports and environment variables of the other
 * modules, none of their classes. A new part is one entry in {@link io.sourcelens.stack.Parts}.
 */
@NullMarked
package io.sourcelens.stack;

import org.jspecify.annotations.NullMarked;
