/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.problem;

import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Errors of the controllers. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Of a parameter that is bound as a part of a record. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String parameters = exception.getFieldErrors().stream()
                .map(error -> error.getField() + "=" + error.getRejectedValue())
                .sorted()
                .collect(Collectors.joining(", "));
        exception.getBody().setDetail("Cannot use %s; /v3/api-docs says what it may be".formatted(parameters));
        return handleExceptionInternal(exception, exception.getBody(), headers, status, request);
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException exception) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, exception.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalidParameter(InvalidParameterException exception) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, exception.getMessage());
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException exception) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, exception.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noData(DataAccessException exception) {
        return switch (ClickHouseFailure.of(exception)) {
            case UNREACHABLE -> unavailable(exception, "Cannot reach the figures now; try again soon");
            case NOT_PUBLISHED -> unavailable(exception, "Cannot show figures: none are published yet; try again soon");
            case REFUSED -> unexpected(exception);
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException exception) {
        LOGGER.atError()
                .addKeyValue("event", "request_failed")
                .setCause(exception)
                .log("Cannot answer");
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR, "Cannot answer; the operator finds the cause in the log"))
                .build();
    }

    private static ResponseEntity<ProblemDetail> unavailable(DataAccessException exception, String detail) {
        LOGGER.atWarn()
                .addKeyValue("event", "figures_unavailable")
                .addKeyValue("cause", exception.getMostSpecificCause().toString())
                .log(detail);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }
}
