/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The API's process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ServingApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ServingApplication.class, arguments);
    }
}
