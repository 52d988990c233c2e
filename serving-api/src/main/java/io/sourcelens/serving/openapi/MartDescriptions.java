/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.openapi;

import io.sourcelens.schema.Field;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the fields of answers in the words of the schema files. */
@Component
class MartDescriptions implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> answer = Json.mapper().constructType(type.getType()).getRawClass();
        OfMart mart = answer.getAnnotation(OfMart.class);
        Schema<?> model = context.getDefinedModels().get(answer.getSimpleName());
        if (mart != null && model != null && model.getProperties() != null) {
            describe(model, Schemas.mart(mart.value()));
        }
        return resolved;
    }

    private static void describe(Schema<?> model, TableSchema mart) {
        for (Map.Entry<String, ?> property : model.getProperties().entrySet()) {
            if (property.getValue() instanceof Schema<?> schema && schema.getDescription() == null) {
                mart.field(property.getKey()).ifPresent(field -> schema.setDescription(description(field)));
            }
        }
    }

    private static String description(Field field) {
        String unit = field.unit() == null ? "" : " Unit: " + field.unit() + ".";
        return field.meaningEnglish() + unit + " (" + field.meaningChinese() + ")";
    }
}
