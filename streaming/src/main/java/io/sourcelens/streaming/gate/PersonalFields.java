/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.Pseudonyms;
import io.sourcelens.schema.TableSchema;
import java.util.HashMap;
import java.util.Map;

/** Puts pseudonyms where persons are named, in fields of the contract and in those that it does not know. */
final class PersonalFields {
    private final PersonalData settings;
    private final Pseudonyms pseudonyms;

    PersonalFields(PersonalData settings) {
        this.settings = settings;
        this.pseudonyms = new Pseudonyms(settings.key());
    }

    Change pseudonymised(TableSchema entity, Change change) {
        return namesPerson(entity, change) ? withPseudonyms(entity, change) : change;
    }

    /** Most records name nobody, and need not be copied. */
    private boolean namesPerson(TableSchema entity, Change change) {
        for (Field field : entity.fields()) {
            if (field.personal() && change.values().containsKey(field.name())) {
                return true;
            }
        }
        for (String name : change.extension().keySet()) {
            if (settings.names(entity.name(), name)) {
                return true;
            }
        }
        return false;
    }

    private Change withPseudonyms(TableSchema entity, Change change) {
        Map<String, Object> values = new HashMap<>(change.values());
        for (Field field : entity.fields()) {
            if (field.personal()) {
                values.computeIfPresent(
                        field.name(), (name, person) -> pseudonyms.of(change.marketplace(), (String) person));
            }
        }
        Map<String, String> extension = new HashMap<>(change.extension());
        extension.replaceAll(
                (name, text) -> settings.names(entity.name(), name) ? pseudonyms.of(change.marketplace(), text) : text);
        return new Change(
                change.marketplace(),
                change.operation(),
                change.source(),
                change.sourcePosition(),
                change.sourceTimeMillis(),
                values,
                extension);
    }
}
