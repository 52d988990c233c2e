/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

/** The loopback ports of the local run, before the offset. */
public enum Port {
    POSTGRES(15432),
    API(18080),
    FLINK(18081),
    CONNECT(18083),
    BATCH(18084),
    INTAKE(18085),
    WATCH(18086),
    SUPERSET(18088),
    SHOP(18090),
    CLICKHOUSE(18123),
    CLICKHOUSE_TCP(19000),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093);

    private final int number;

    Port(int number) {
        this.number = number;
    }

    int number(int offset) {
        return number + offset;
    }
}
