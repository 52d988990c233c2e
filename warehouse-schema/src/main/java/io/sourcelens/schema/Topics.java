/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

/** Names in the log: one topic per entity, and one for what an importer rejected. */
public final class Topics {
    /** Every topic that streaming reads matches it. */
    public static final String PATTERN = "marketplace\\..+";

    /** Records that were rejected before they reached their entity's topic, as {@link DeadLetter} JSON. */
    public static final String DEAD_LETTER = "marketplace.dead_letter";

    private static final String PREFIX = "marketplace.";

    private Topics() {}

    public static String of(TableSchema entity) {
        return PREFIX + entity.name();
    }

    /** The entity (known or not) whose records a topic carries. */
    public static String entityName(String topic) {
        return topic.startsWith(PREFIX) ? topic.substring(PREFIX.length()) : topic;
    }
}
