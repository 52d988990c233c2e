/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

/**
 * The fields that every record of a topic carries beside its entity's own. A record is one flat JSON object, for
 * example {@code {"order_id": 7, …, "marketplace": "demo", "__op": "c", "__source": "cdc", "__source_position": 81236,
 * "__source_time": 1767225600000}}. Instants of the entity's own fields are ISO 8601 texts with an offset.
 */
public final class Envelope {
    /** Marketplace that the record belongs to: lower case letters, digits and hyphens, at most 63. */
    public static final String MARKETPLACE = "marketplace";
    /** What happened: {@code c} created, {@code u} updated, {@code d} deleted, {@code r} read by a snapshot or import. */
    public static final String OP = "__op";
    /** Way in: {@code cdc}, {@code http}, {@code import:NAME} or, written to the topic directly, a name of the writer's own. */
    public static final String SOURCE = "__source";
    /**
     * Position at the source: of two changes of a key the one with the greater position is the newer. A record without
     * one takes its {@link #SOURCE_TIME}, so a source must give positions if a row can change twice in a millisecond.
     */
    public static final String SOURCE_POSITION = "__source_position";
    /** When the source committed it, in milliseconds since 1970-01-01T00:00:00Z. */
    public static final String SOURCE_TIME = "__source_time";
    /** Prefix of {@link #SOURCE} of a history import: its source times may be those of the rows themselves. */
    public static final String IMPORT = "import:";
    /** Prefix of every field of the envelope but the marketplace. */
    public static final String PREFIX = "__";

    private Envelope() {}
}
