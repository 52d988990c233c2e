/**
 * The ground floor: every field of the event contract, of the lake and of the marts is written down once, in the Avro
 * files under {@code schema/}. Topics, Iceberg tables, ClickHouse tables and the data dictionary follow from them.
 *
 * <p>Knows no engine and does no I/O, but for reading its own resources and applying migrations to a connection that it
 * is handed.
 */
package io.sourcelens.schema;
