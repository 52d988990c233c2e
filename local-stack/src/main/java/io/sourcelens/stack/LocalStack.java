/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.engines.EngineProcess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** All parts of the local run, started and watched. */
public final class LocalStack implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final int REFRESHES = 5;

    private final StackSettings settings;
    private final Progress progress;
    private final PidFiles pidFiles;
    private final Watch watch;
    private final Map<String, RunningPart> parts = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Void>> starts = new LinkedHashMap<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "start");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    private LocalStack(StackSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.pidFiles = new PidFiles(settings.options().state());
        this.watch = new Watch(progress);
        for (Part part : new Parts(settings).all()) {
            parts.put(part.name(), new RunningPart(part, settings, pidFiles));
        }
    }

    /**
     * Begins to start everything and returns; {@link #awaitReady} waits.
     *
     * @throws StackException before anything is started, when this machine lacks something
     */
    public static LocalStack begin(StackOptions options, Progress progress) {
        StackSettings settings = StackSettings.of(options);
        Parts.createFolders(settings);
        LocalStack stack = new LocalStack(settings, progress);
        stack.stopLeftOver();
        Preconditions.check(
                settings, stack.parts.values().stream().map(RunningPart::part).toList());
        stack.beginAll();
        return stack;
    }

    /** Starts everything and returns when all marts are published; stops what runs when that fails. */
    public static LocalStack start(StackOptions options, Progress progress) {
        LocalStack stack = begin(options, progress);
        try {
            stack.awaitReady();
            stack.awaitAllFigures();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public StackSettings settings() {
        return settings;
    }

    /** Waits for everything that is not optional. */
    public void awaitReady() {
        CompletableFuture<?>[] required = starts.entrySet().stream()
                .filter(entry -> !part(entry.getKey()).part().optional())
                .map(Map.Entry::getValue)
                .toArray(CompletableFuture[]::new);
        // The first failure ends the wait; what depends on it would only repeat it.
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (CompletableFuture<?> start : required) {
            start.whenComplete((done, error) -> {
                if (error != null) {
                    failure.completeExceptionally(error);
                }
            });
        }
        try {
            CompletableFuture.anyOf(failure, CompletableFuture.allOf(required)).join();
        } catch (CompletionException e) {
            throw rootOf(e);
        } catch (CancellationException e) {
            throw new StackException("Cannot finish starting: stopped", e);
        }
    }

    /** Waits until every mart is published; {@link #awaitReady} is content with the first. */
    public void awaitAllFigures() {
        if (starts.containsKey(Parts.ALL_FIGURES)) {
            awaitReady(Parts.ALL_FIGURES);
        }
    }

    /** Waits for one part, also an optional one. */
    public void awaitReady(String name) {
        part(name);
        try {
            starts.get(name).join();
        } catch (CompletionException e) {
            throw rootOf(e);
        }
    }

    /** Whether an optional part has been started, is still on its way, or will not come. */
    String stateOf(String name) {
        CompletableFuture<Void> start = starts.get(name);
        if (start == null) {
            return "absent";
        }
        return start.isCompletedExceptionally() ? "failed" : start.isDone() ? "ready" : "starting";
    }

    /** Ends the process of a part at once (SIGKILL); it is started again by itself. Returns the pid that was killed. */
    public long kill(String name) {
        EngineProcess process = processOf(name);
        process.kill();
        return process.pid();
    }

    /** Waits until a part has a new process that is ready. */
    public void awaitReturn(String name, long killedPid, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!part(name).isReady() || processOf(name).pid() == killedPid) {
            if (System.nanoTime() > deadline) {
                throw new StackException("Cannot wait any longer for %s after %d s; see %s"
                        .formatted(name, timeout.toSeconds(), part(name).log()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Cannot wait for %s: interrupted".formatted(name), e);
            }
        }
    }

    /** Processes of the moment by part. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new TreeMap<>();
        parts.forEach((name, part) -> {
            if (part.isReady()) {
                pids.put(name, processOf(name).pid());
            }
        });
        return pids;
    }

    public Refresh refresh() {
        return Refresh.run(settings);
    }

    /** Until what is published knows all that the lake has, as long as nobody writes. */
    public void refreshUntilUnchanged(Progress.Detail detail) {
        for (int i = 0; i < REFRESHES; i++) {
            Refresh refresh = refresh();
            detail.say("refresh %s: %s".formatted(refresh.runId(), refresh.status()));
            if (refresh.status().equals("unchanged")) {
                return;
            }
        }
        throw new StackException(
                "Cannot compare: the lake still changes after %d refreshes; see ./sourcelens logs batch"
                        .formatted(REFRESHES));
    }

    /** Stops every part, those that need others first. */
    @Override
    public void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        watch.end();
        executor.shutdownNow();
        parts.values().stream()
                .collect(Collectors.groupingBy(running -> depth(running.part()), TreeMap::new, Collectors.toList()))
                .descendingMap()
                .values()
                .forEach(this::stopTogether);
        LeftProcesses.end();
        pidFiles.delete(PidFiles.SUPERVISOR);
    }

    private void stopTogether(List<RunningPart> group) {
        group.parallelStream().forEach(RunningPart::stop);
    }

    private void stopLeftOver() {
        pidFiles.running(PidFiles.SUPERVISOR)
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .ifPresent(process -> {
                    throw new StackException("Cannot start: process %d runs this already; ./sourcelens stop ends it"
                            .formatted(process.pid()));
                });
        LeftProcesses.stop(pidFiles, progress);
        pidFiles.write(PidFiles.SUPERVISOR, ProcessHandle.current());
    }

    private void beginAll() {
        parts.values().forEach(this::begin);
    }

    private CompletableFuture<Void> begin(RunningPart running) {
        Part part = running.part();
        CompletableFuture<Void> known = starts.get(part.name());
        if (known != null) {
            return known;
        }
        CompletableFuture<?>[] needs =
                part.needs().stream().map(this::part).map(this::begin).toArray(CompletableFuture[]::new);
        CompletableFuture<Void> start = CompletableFuture.allOf(needs).thenRunAsync(() -> startNow(running), executor);
        starts.put(part.name(), start);
        return start;
    }

    private void startNow(RunningPart running) {
        Part part = running.part();
        if (stopping) {
            throw new CancellationException();
        }
        double since = progress.seconds();
        progress.say(part.name(), part.stays() ? "starting" : "begins");
        try {
            running.start(progress.of(part.name()));
        } catch (RuntimeException e) {
            if (!stopping) {
                progress.say(part.name(), "FAILED: " + e.getMessage());
                if (part.optional()) {
                    progress.say(part.name(), "GOING ON WITHOUT IT");
                }
            }
            throw e;
        }
        progress.say(part.name(), "%s (%.0f s)".formatted(part.stays() ? "ready" : "done", progress.seconds() - since));
        if (part.stays()) {
            watch.begin(running);
        }
    }

    private int depth(Part part) {
        return part.needs().stream()
                .map(this::part)
                .mapToInt(need -> depth(need.part()) + 1)
                .max()
                .orElse(0);
    }

    private RunningPart part(String name) {
        RunningPart part = parts.get(name);
        if (part == null) {
            throw new StackException("Cannot find part %s: there are %s".formatted(name, parts.keySet()));
        }
        return part;
    }

    private EngineProcess processOf(String name) {
        EngineProcess process = part(name).process();
        if (process == null) {
            throw new StackException("Cannot find the process of %s: it has not been started".formatted(name));
        }
        return process;
    }

    private static RuntimeException rootOf(CompletionException e) {
        Throwable cause = e;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException runtime ? runtime : new StackException(cause.getMessage(), cause);
    }
}
