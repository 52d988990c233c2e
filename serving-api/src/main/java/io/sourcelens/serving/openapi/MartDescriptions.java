/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the fields of answers in the words of the schema files; those of a generic answer in the words of its rows' mart. Every field is always there; some may be null. */
@Component
class MartDescriptions extends ModelResolver {
    MartDescriptions() {
        super(Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = super.resolve(type, context, chain);
        JavaType answer = _mapper.constructType(type.getType());
        OfMart mart = (answer.hasGenericTypes() ? answer.containedType(0) : answer)
                .getRawClass()
                .getAnnotation(OfMart.class);
        Schema<?> model = context.getDefinedModels().get(_typeName(answer));
        if (mart != null && model != null && model.getRequired() == null) {
            model.setRequired(new ArrayList<>(model.getProperties().keySet()));
            describe(model, Schemas.mart(mart.value()));
        }
        return resolved;
    }

    private static void describe(Schema<?> model, TableSchema mart) {
        for (Map.Entry<String, ?> property : model.getProperties().entrySet()) {
            if (property.getValue() instanceof Schema<?> schema && schema.getDescription() == null) {
                mart.field(property.getKey()).ifPresent(field -> describe(schema, field));
            }
        }
    }

    private static void describe(Schema<?> property, Field field) {
        String unit = field.unit() == null ? "" : " Unit: " + field.unit() + ".";
        property.setDescription(field.meaningEnglish() + unit + " (" + field.meaningChinese() + ")");
        if (field.nullable()) {
            property.addType("null");
        }
    }
}
