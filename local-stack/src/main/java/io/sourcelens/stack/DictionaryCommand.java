/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code dictionary}: writes the data dictionary from the schema files. */
@Command(
        name = "dictionary",
        description = "Writes docs/data-dictionary.md from the schema files.",
        mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        StackSettings settings = StackSettings.of(SourceLens.options());
        return Foreground.run(new JavaLaunch(settings)
                .of(
                        "ingestion",
                        "io.sourcelens.schema.DataDictionary",
                        128,
                        List.of(),
                        List.of(settings.home("docs/data-dictionary.md").toString())));
    }
}
