/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One thing that the local run starts.
 *
 * @param name short, also the name of its log and pid file
 * @param ports checked to be free before anything starts
 * @param needs names of the parts that must be ready before
 * @param optional whether the rest goes on without it, and without those that need it
 */
record Part(String name, Work work, List<Port> ports, Set<String> needs, boolean optional) {

    /** How a part does what it does. */
    sealed interface Work permits Service, Engine, Command, Step {}

    /** A process that stays: watched, restarted when it dies. */
    record Service(Supplier<Launch> launch, BooleanSupplier ready, Duration startTimeout) implements Work {}

    /** As a service, started by the engines module, which waits until it answers. */
    record Engine(EngineStart start) implements Work {}

    /** A process that ends by itself; another exit code than 0 is a failure. */
    record Command(Supplier<Launch> launch, Duration timeout) implements Work {}

    /** Something this process does itself. */
    record Step(StepAction action) implements Work {}

    /** Starts an engine that logs to a file and answers when this returns. */
    @FunctionalInterface
    interface EngineStart {
        io.sourcelens.engines.Engine start(Path log);
    }

    /** @param detail tells the person how far it is */
    @FunctionalInterface
    interface StepAction {
        void run(Progress.Detail detail) throws Exception;
    }

    static Part service(
            String name, Supplier<Launch> launch, BooleanSupplier ready, List<Port> ports, String... needs) {
        return new Part(name, new Service(launch, ready, Duration.ofSeconds(180)), ports, Set.of(needs), false);
    }

    static Part engine(String name, EngineStart start, List<Port> ports, String... needs) {
        return new Part(name, new Engine(start), ports, Set.of(needs), false);
    }

    static Part command(String name, Supplier<Launch> launch, Duration timeout, String... needs) {
        return new Part(name, new Command(launch, timeout), List.of(), Set.of(needs), false);
    }

    static Part step(String name, StepAction action, String... needs) {
        return new Part(name, new Step(action), List.of(), Set.of(needs), false);
    }

    Part asOptional() {
        return new Part(name, work, ports, needs, true);
    }

    boolean stays() {
        return work instanceof Service || work instanceof Engine;
    }
}
