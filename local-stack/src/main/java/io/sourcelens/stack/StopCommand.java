/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code stop}: from another shell, or after a supervisor was killed. */
@Command(name = "stop", description = "Stops everything that demo has started.", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
    private static final Duration BOUND = Duration.ofSeconds(90);

    @Override
    public Integer call() {
        PidFiles pidFiles = new PidFiles(SourceLens.options().state());
        Progress progress = new Progress(System.out);
        Optional<ProcessHandle> supervisor = pidFiles.running(PidFiles.SUPERVISOR);
        boolean any = !pidFiles.running().isEmpty();
        supervisor.ifPresent(process -> PidFiles.stop(process, BOUND));
        LeftProcesses.stop(pidFiles, progress);
        progress.say("stop", any ? "everything is stopped" : "nothing was running");
        return 0;
    }
}
