/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.engines.EngineProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: starts everything, says where to look, and runs until Ctrl-C. */
@Command(
        name = "demo",
        description = "Starts everything and says where to look; Ctrl-C stops it.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--rate", defaultValue = "2", description = "Orders per second of the live traffic; 0 for none.")
    private double rate;

    @Option(names = "--port-offset", defaultValue = "0", description = "Added to every port.")
    private int portOffset;

    @Option(names = "--days", description = "Days of history.")
    private @Nullable Integer days;

    @Option(names = "--suppliers", description = "Suppliers of the simulated marketplace.")
    private @Nullable Integer suppliers;

    @Option(names = "--sellers", description = "Sellers of the simulated marketplace.")
    private @Nullable Integer sellers;

    @Option(names = "--skus", description = "Skus of the simulated marketplace.")
    private @Nullable Integer skus;

    @Option(names = "--order-lines", description = "Order lines of the history.")
    private @Nullable Integer orderLines;

    @Option(names = "--seed", description = "The same seed is the same world.")
    private @Nullable Integer seed;

    @Option(
            names = "--without",
            split = ",",
            description = "Parts that are not started, nor what needs them, such as superset.")
    private List<String> without = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        EngineProcess.leaveToOwner();
        StackOptions options = options();
        Progress progress = new Progress(System.out);
        LocalStack stack = LocalStack.begin(options, progress);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, progress), "stop"));
        RunningStack.remember(options);
        stack.awaitReady();
        progress.print(WhereToLook.text(stack.settings(), superset(stack)));
        progress.say("demo", "READY after %.0f s".formatted(progress.seconds()));
        stopped.await();
        return 0;
    }

    private StackOptions options() {
        return SourceLens.options()
                .withPortOffset(portOffset)
                .withOrdersPerSecond(rate)
                .withHistory(historyOptions().toArray(String[]::new))
                .without(without.toArray(String[]::new));
    }

    private List<String> historyOptions() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--days", days);
        add(arguments, "--suppliers", suppliers);
        add(arguments, "--sellers", sellers);
        add(arguments, "--skus", skus);
        add(arguments, "--order-lines", orderLines);
        add(arguments, "--seed", seed);
        return arguments;
    }

    private static void add(List<String> arguments, String name, @Nullable Integer value) {
        if (value != null) {
            arguments.addAll(List.of(name, value.toString()));
        }
    }

    private static String superset(LocalStack stack) {
        return switch (stack.stateOf("superset")) {
            case "ready" -> SupersetLogins.TEXT;
            case "starting" -> "(still starting)  " + SupersetLogins.TEXT;
            case "failed" -> "(NOT RUNNING: see ./sourcelens logs superset-venv)";
            default -> "(switched off)";
        };
    }

    private static void stop(LocalStack stack, Progress progress) {
        progress.say("demo", "stopping");
        stack.close();
        progress.say("demo", "stopped");
    }
}
