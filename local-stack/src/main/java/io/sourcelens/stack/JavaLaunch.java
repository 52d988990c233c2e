/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Command lines of the modules' main classes. */
public final class JavaLaunch {
    private static final List<String> COMMON = List.of("-XX:+UseSerialGC", "-Duser.timezone=UTC");
    /** For a process that ends, or rests, before the better compiler would pay. */
    static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");
    /** What Spark 4.1 needs on JDK 17. */
    public static final List<String> SPARK = Stream.concat(
                    Stream.of("--add-modules=jdk.incubator.vector"),
                    Stream.of(
                                    "java.lang",
                                    "java.lang.invoke",
                                    "java.lang.reflect",
                                    "java.io",
                                    "java.net",
                                    "java.nio",
                                    "java.util",
                                    "java.util.concurrent",
                                    "java.util.concurrent.atomic",
                                    "jdk.internal.ref",
                                    "sun.nio.ch",
                                    "sun.nio.cs",
                                    "sun.security.action",
                                    "sun.util.calendar")
                            .map(name -> "--add-opens=java.base/%s=ALL-UNNAMED".formatted(name)))
            .toList();
    /** Flink reads fields of JDK classes; rewriting data files frees buffers. */
    private static final List<String> FLINK = Stream.of("java.lang", "java.net", "java.nio", "java.time", "java.util")
            .map(name -> "--add-opens=java.base/%s=ALL-UNNAMED".formatted(name))
            .toList();

    private static final int STREAMING_HEAP_MEGABYTES = 700;

    private final StackSettings settings;

    public JavaLaunch(StackSettings settings) {
        this.settings = settings;
    }

    /** @param heapMegabytes upper bound of the heap; SOURCELENS_HEAP_MODULE overrides it */
    public Launch of(String module, String mainClass, int heapMegabytes, List<String> options, List<String> arguments) {
        return launch(classpath(module, "", "classpath"), mainClass, heapMegabytes, options, arguments);
    }

    /** A main class among a module's tests, which have to be compiled. */
    public Launch ofTests(
            String module, String mainClass, int heapMegabytes, List<String> options, List<String> arguments) {
        String tests = settings.home(module).resolve("target/test-classes") + ":";
        return launch(classpath(module, tests, "test-classpath"), mainClass, heapMegabytes, options, arguments);
    }

    private Launch launch(
            String classpath, String mainClass, int heapMegabytes, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx%dm".formatted(heapMegabytes));
        command.addAll(COMMON);
        command.addAll(options);
        command.add("-cp");
        command.add(classpath);
        command.add(mainClass);
        command.addAll(arguments);
        return new Launch(command, settings.environment(), settings.options().state());
    }

    /** A job of the module streaming: its own, or one that is measured beside it on the same terms. */
    public Launch streaming(String mainClass) {
        return of("streaming", mainClass, STREAMING_HEAP_MEGABYTES, FLINK, List.of());
    }

    private String classpath(String module, String before, String file) {
        Path target = settings.home(module).resolve("target");
        try {
            return before
                    + target.resolve("classes")
                    + ":"
                    + Files.readString(target.resolve(file)).strip();
        } catch (IOException e) {
            throw new StackException(
                    "Cannot start %s: it is not built; run ./mvnw -q -DskipTests package".formatted(module), e);
        }
    }
}
