/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The answer's fields mean what the mart's fields of the same name mean. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfMart {
    /** Name of the mart's schema file. */
    String value();
}
