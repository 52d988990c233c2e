/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

/** The users that the bootstrap of Superset creates. */
final class SupersetLogins {
    static final String TEXT = "users supplier_analyst, category_manager, admin; passwords like names";

    private SupersetLogins() {}
}
