/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.dashboards.SupersetStack.Outcome;
import io.sourcelens.engines.Ports;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupersetIT {
    @TempDir
    static Path folder;

    private static SupersetStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = SupersetStack.start(folder, Ports.free());
        succeed("install.sh");
        succeed("bootstrap.sh");
        stack.serve();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void everyChartAnswersTheRoleThatReadsItAndNobodyElse() throws Exception {
        Outcome outcome = stack.run("check_charts.py", stack.url());

        System.out.println(outcome.output());
        assertThat(outcome.output()).contains("all charts answer, to those who may see them");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void bootstrappingAgainChangesNothing() throws Exception {
        Outcome outcome = stack.run("bootstrap.sh");

        assertThat(outcome.output()).contains("\"changed\": false");
        assertThat(outcome.exitCode()).isZero();
    }

    private static void succeed(String script) throws Exception {
        Outcome outcome = stack.run(script);
        assertThat(outcome.exitCode())
                .as("%s said:%n%s", script, outcome.output())
                .isZero();
    }
}
