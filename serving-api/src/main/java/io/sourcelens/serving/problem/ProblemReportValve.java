/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Errors of requests that Tomcat rejects before any filter sees them, for example a path with an encoded backslash. */
public final class ProblemReportValve extends ErrorReportValve {
    private static final Logger LOGGER = LoggerFactory.getLogger(ProblemReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getReporter()
                    .write("{\"title\":\"%s\",\"status\":%d}".formatted(status.getReasonPhrase(), status.value()));
            response.finishResponse();
        } catch (IOException e) {
            LOGGER.atDebug().setCause(e).log("Cannot tell the caller: it is gone");
        }
    }
}
