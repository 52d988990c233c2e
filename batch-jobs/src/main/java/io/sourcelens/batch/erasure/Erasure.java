/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.erasure;

import io.sourcelens.batch.lake.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases a person from the lake. Safe to be run again at any time: what is gone already is found no more. Not to be run
 * beside a refresh.
 */
public final class Erasure {
    private static final Logger LOGGER = LoggerFactory.getLogger(Erasure.class);

    private final Lake lake;

    public Erasure(Lake lake) {
        this.lake = lake;
    }

    /**
     * @param refresh brings every job up to the newest changes; before, so that none reads the person later, and after, so
     *     that none notes a version that has the person
     */
    public List<ErasedTable> erase(Person person, Runnable refresh) {
        refresh.run();
        Map<String, Long> rows = new PersonalRows(lake, person).erase();
        Map<String, Long> erasures = new TreeMap<>();
        rows.keySet()
                .forEach(name -> erasures.put(
                        name, lake.find(name).orElseThrow().currentSnapshot().snapshotId()));
        refresh.run();
        List<ErasedTable> erased = new ArrayList<>();
        rows.forEach((name, count) ->
                erased.add(new ErasedTable(name, count, new OldSnapshots(lake).expire(name, erasures.get(name)))));
        erased.forEach(Erasure::tell);
        return erased;
    }

    private static void tell(ErasedTable erased) {
        LOGGER.atInfo()
                .addKeyValue("event", "person_erased")
                .addKeyValue("erasure", erased.json())
                .log("Erased a person from a table");
    }
}
