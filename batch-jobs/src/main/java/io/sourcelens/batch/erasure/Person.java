/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.erasure;

import io.sourcelens.schema.Pseudonyms;

/**
 * Who is erased.
 *
 * @param id as the marketplace knows the person; only rejected records have it in the lake
 * @param pseudonym as the lake knows the person
 */
public record Person(String marketplace, String id, String pseudonym) {
    public Person {
        if (marketplace.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("Cannot erase nobody: give a marketplace and the buyer's id");
        }
    }

    public static Person of(String marketplace, String id, Pseudonyms pseudonyms) {
        return new Person(marketplace, id, pseudonyms.of(marketplace, id));
    }

    /** Says what happens to whom without naming anybody. */
    @Override
    public String toString() {
        return "Person[marketplace=%s]".formatted(marketplace);
    }
}
