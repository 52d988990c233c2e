/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.mart;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.TableChanges;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;

/**
 * What a mart is made of that computes each marketplace by itself: those of which nothing changed keep their rows. The
 * tables are partitioned by marketplace first, as the mart is.
 */
public final class MartInputs {
    private static final String RULES = "rules";

    private final Basis basis;
    private final String rules;
    private final Map<String, Table> tables = new TreeMap<>();

    /** @param rules what every row depends on beside the tables and until when its marketplace is known */
    public MartInputs(Lake lake, Basis basis, String rules, List<String> tables) {
        this.basis = basis;
        this.rules = rules;
        tables.forEach(name -> this.tables.put(name, lake.find(name).orElseThrow()));
    }

    /** What to note with the mart that is made of them. */
    public Notes notes() {
        Notes notes = Notes.NONE.with(RULES, rules);
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            notes = notes.with(table.getKey(), Lake.version(table.getValue()));
        }
        for (Marketplace one : basis.marketplaces().all()) {
            notes = notes.with(asOf(one), one.knownUntil().toString());
        }
        return notes;
    }

    /** Marketplaces of which anything changed since the mart was noted; all, where that cannot be told. */
    public Marketplaces changed(Notes noted) {
        if (!noted.text(RULES).equals(Optional.of(rules))) {
            return basis.marketplaces();
        }
        Set<String> changed = new TreeSet<>();
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            Optional<Set<String>> some = noted.number(table.getKey())
                    .flatMap(version -> TableChanges.marketplacesSince(table.getValue(), version));
            if (some.isEmpty()) {
                return basis.marketplaces();
            }
            changed.addAll(some.get());
        }
        for (Marketplace one : basis.marketplaces().all()) {
            if (!noted.text(asOf(one)).equals(Optional.of(one.knownUntil().toString()))) {
                changed.add(one.id());
            }
        }
        return basis.marketplaces().only(changed);
    }

    /** The mart's rows that those of the changed marketplaces replace: where all did, also those of marketplaces that went. */
    public Expression replaced(Marketplaces changed) {
        return changed.equals(basis.marketplaces())
                ? Expressions.alwaysTrue()
                : Expressions.in(
                        "marketplace",
                        changed.all().stream().map(Marketplace::id).toArray());
    }

    private static String asOf(Marketplace one) {
        return "as-of." + one.id();
    }
}
