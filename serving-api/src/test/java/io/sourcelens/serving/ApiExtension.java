/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Gives tests the one running API; it is started once for all of them. */
final class ApiExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ApiExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningApi.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class)
                .api();
    }

    private record Shared(Path folder, RunningApi api) implements AutoCloseable {
        static Shared start() {
            try {
                Path folder = Files.createTempDirectory("serving-api");
                return new Shared(folder, RunningApi.start(folder));
            } catch (Exception e) {
                throw new IllegalStateException("Cannot start the API for the tests", e);
            }
        }

        @Override
        public void close() throws IOException {
            api.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
