/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command line of a process, its environment beside the inherited one, and its working directory. */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {}
