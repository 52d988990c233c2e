/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.schema.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /v1/marketplaces/{marketplace}/{entity}}, {@code GET /health}, {@code GET /metrics}. */
final class IntakeHandler extends Handler.Abstract {
    /** Of a body that is refused so much is read and thrown away, without holding any of it. */
    private static final long MOST_DISCARDED_BYTES = 8L * BatchBody.MAX_BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(IntakeHandler.class);
    private static final Pattern BATCHES = Pattern.compile("/v1/marketplaces/([a-z0-9][a-z0-9-]{0,62})/([a-z_]+)");
    private static final String RETRY_SECONDS = "1";
    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = new JsonMapper();

    private final WriteTokens tokens;
    private final BodyBudget budget;
    private final BatchIntake intake;
    private final IntakeMetrics metrics;

    IntakeHandler(WriteTokens tokens, BodyBudget budget, BatchIntake intake, IntakeMetrics metrics) {
        this.tokens = tokens;
        this.budget = budget;
        this.intake = intake;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        try {
            switch (path) {
                case "/health" ->
                    answer(
                            response,
                            callback,
                            200,
                            JSON_TYPE,
                            "{\"status\":\"UP\"}".getBytes(StandardCharsets.US_ASCII));
                case "/metrics" ->
                    answer(
                            response,
                            callback,
                            200,
                            "text/plain; version=0.0.4",
                            metrics.text().getBytes(StandardCharsets.UTF_8));
                default -> answer(response, callback, 200, JSON_TYPE, take(path, request));
            }
        } catch (Problem problem) {
            refuse(request, response, callback, problem);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("event", "request_failed").setCause(e).log("Cannot answer {}", path);
            refuse(
                    request,
                    response,
                    callback,
                    new Problem(500, "Internal Server Error", "Cannot answer; see the intake's log"));
        }
        return true;
    }

    private byte[] take(String path, Request request) throws Problem {
        Matcher batches = BATCHES.matcher(path);
        if (!batches.matches()) {
            throw new Problem(404, "Not Found", "Cannot find this; POST to /v1/marketplaces/{marketplace}/{entity}");
        }
        if (!request.getMethod().equals("POST")) {
            throw new Problem(405, "Method Not Allowed", "Cannot read here; POST a batch");
        }
        String marketplace = batches.group(1);
        tokens.requireWriter(request.getHeaders().get(HttpHeader.AUTHORIZATION), marketplace);
        TableSchema entity = BatchIntake.requireEntity(batches.group(2));
        String contentType = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        long length = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        if (length > BatchBody.MAX_BYTES) {
            throw tooLong();
        }
        BodyBudget.Share share = budget.take(length);
        try {
            return intake.take(
                    marketplace, entity, request.getHeaders().get("Idempotency-Key"), contentType, body(request));
        } finally {
            share.release();
        }
    }

    private static byte[] body(Request request) throws Problem {
        try (InputStream stream = Request.asInputStream(request)) {
            byte[] body = stream.readNBytes(BatchBody.MAX_BYTES + 1);
            if (body.length > BatchBody.MAX_BYTES) {
                throw tooLong();
            }
            return body;
        } catch (IOException e) {
            throw new Problem(400, "Bad Request", "Cannot read the body to its end; send it again");
        }
    }

    private static Problem tooLong() {
        return BatchBody.tooLarge(
                "Cannot take more than %d bytes at once; send several batches".formatted(BatchBody.MAX_BYTES));
    }

    /**
     * Answers when the sender has sent its body: one that is still writing could meet a closed connection and never read
     * why. A body of no end, or many times the limit, is not waited for.
     */
    private void refuse(Request request, Response response, Callback callback, Problem problem) throws IOException {
        if (problem.isPassing()) {
            response.getHeaders().put(new HttpField(HttpHeader.RETRY_AFTER, RETRY_SECONDS));
        }
        byte[] body = JSON.writeValueAsBytes(problem.json());
        Runnable answer = () -> answer(response, callback, problem.status(), "application/problem+json", body);
        Runnable lastAnswer = () -> {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            answer.run();
        };
        if (request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                || request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > MOST_DISCARDED_BYTES) {
            lastAnswer.run();
        } else {
            Content.Source.consumeAll(request, Callback.from(answer, failure -> lastAnswer.run()));
        }
    }

    private void answer(Response response, Callback callback, int status, String type, byte[] body) {
        metrics.answered(status);
        response.setStatus(status);
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, type));
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
