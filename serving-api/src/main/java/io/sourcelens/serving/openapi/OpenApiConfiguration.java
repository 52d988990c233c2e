/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String TOKEN = "token";
    private static final ApiResponse PROBLEM = new ApiResponse()
            .description(
                    "400 a parameter, 401 the token, 403 the token's role, 404 unknown, 503 try again after Retry-After")
            .content(new Content()
                    .addMediaType(
                            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemDetail"))));

    @Bean
    OperationCustomizer problems() {
        return (operation, handler) -> {
            operation.getResponses().addApiResponse("default", PROBLEM);
            return operation;
        };
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("SourceLens")
                        .version("v1")
                        .description("""
                                What sells, how reliable suppliers are, what a seller keeps. Amounts are whole minor \
                                units of the marketplace's currency. null is unknown and never 0. Errors are \
                                application/problem+json.""")
                        .license(new License().name("Apache-2.0")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")
                                                .description(
                                                        "Claims: sub, role (seller, supplier_analyst, category_manager), marketplace, seller_id (sellers), exp.")));
    }
}
