/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of the reference marketplace and how a row of it is laid out. Names of table and columns are those of the
 * record and its components in snake_case.
 *
 * @param <R> record of one row
 */
public final class Table<R extends Record> {
    public static final Table<Marketplace> MARKETPLACE = new Table<>(Marketplace.class);
    public static final Table<Category> CATEGORY = new Table<>(Category.class);
    public static final Table<Supplier> SUPPLIER = new Table<>(Supplier.class);
    public static final Table<Seller> SELLER = new Table<>(Seller.class);
    public static final Table<Sku> SKU = new Table<>(Sku.class);
    public static final Table<Listing> LISTING = new Table<>(Listing.class);
    public static final Table<Order> ORDER = new Table<>(Order.class);
    public static final Table<Parcel> PARCEL = new Table<>(Parcel.class);
    public static final Table<OrderLine> ORDER_LINE = new Table<>(OrderLine.class);
    public static final Table<Payment> PAYMENT = new Table<>(Payment.class);
    public static final Table<TrackingScan> TRACKING_SCAN = new Table<>(TrackingScan.class);
    public static final Table<StockLevel> STOCK_LEVEL = new Table<>(StockLevel.class);
    public static final Table<AfterSaleCase> AFTER_SALE_CASE = new Table<>(AfterSaleCase.class);

    /** Every table, each after those it refers to. */
    public static final List<Table<?>> ALL = List.of(
            MARKETPLACE,
            CATEGORY,
            SUPPLIER,
            SELLER,
            SKU,
            LISTING,
            ORDER,
            PARCEL,
            ORDER_LINE,
            PAYMENT,
            TRACKING_SCAN,
            STOCK_LEVEL,
            AFTER_SALE_CASE);

    private static final Map<Class<?>, Table<?>> BY_ROW =
            ALL.stream().collect(Collectors.toMap(table -> table.row, Function.identity()));

    private final Class<R> row;
    private final String name;
    private final List<String> columns;
    private final List<Method> accessors;

    private Table(Class<R> row) {
        this.row = row;
        this.name = snakeCase(row.getSimpleName());
        RecordComponent[] components = row.getRecordComponents();
        this.columns = Stream.of(components)
                .map(component -> snakeCase(component.getName()))
                .toList();
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toList();
    }

    @SuppressWarnings("unchecked") // BY_ROW maps a class to the table of exactly that class
    public static <R extends Record> Table<R> of(R row) {
        return (Table<R>) BY_ROW.get(row.getClass());
    }

    public String name() {
        return name;
    }

    public List<String> columns() {
        return columns;
    }

    /** Name to use in SQL. */
    public String qualifiedName() {
        return "marketplace.\"" + name + "\"";
    }

    /** Values of a row in the order of the columns. */
    @Nullable
    Object[] values(Record row) {
        @Nullable Object[] values = new Object[accessors.size()];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = accessors.get(i).invoke(row);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read row of " + name + ": " + row, e);
        }
        return values;
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
