/**
 * Watches every hop from the marketplace to the marts: how far each is behind, in figures for Prometheus and in words for
 * people. It looks from outside, at what the hops let be seen, because what a part says of itself is no proof: Kafka Connect
 * may say RUNNING while it does nothing and PostgreSQL's log grows. It lives where the way begins and knows the others as
 * addresses only.
 */
@NullMarked
package io.sourcelens.ingestion.watch;

import org.jspecify.annotations.NullMarked;
