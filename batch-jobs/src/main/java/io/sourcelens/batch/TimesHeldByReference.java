/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.ColumnarRule;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.aggregate.BaseAggregateExec;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import scala.Function1;
import scala.Option;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Lets one refresh run the code that was compiled for the one before. Spark writes dates and instants into the code that it
 * generates, so that each as-of time compiled nearly every query of a refresh anew. Here they become the field of a constant
 * row, which generated code refers to. It happens after planning: sources still prune their files by the constants.
 *
 * <p>A Spark session extension, see {@code spark.sql.extensions}.
 */
public final class TimesHeldByReference extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectColumnar(constant(new BeforeCodeIsGenerated()));
        return BoxedUnit.UNIT;
    }

    private static <A, B> Function1<A, B> constant(B value) {
        return new AbstractFunction1<>() {
            @Override
            public B apply(A ignored) {
                return value;
            }
        };
    }

    /** The last hook for rules before the stages of generated code are formed. */
    private static final class BeforeCodeIsGenerated extends ColumnarRule {
        @Override
        public Rule<SparkPlan> postColumnarTransitions() {
            return new OfPlan();
        }
    }

    private static final class OfPlan extends Rule<SparkPlan> {
        @Override
        public SparkPlan apply(SparkPlan plan) {
            return plan.transformUp(new AbstractPartialFunction<SparkPlan, SparkPlan>() {
                @Override
                public boolean isDefinedAt(SparkPlan node) {
                    return node instanceof FilterExec
                            || node instanceof ProjectExec
                            || node instanceof BaseAggregateExec;
                }

                @Override
                public SparkPlan apply(SparkPlan node) {
                    return node.transformExpressions(new OfExpression());
                }
            });
        }
    }

    private static final class OfExpression extends AbstractPartialFunction<Expression, Expression> {
        @Override
        public boolean isDefinedAt(Expression expression) {
            return expression instanceof Literal literal && literal.value() != null && isTime(literal.dataType());
        }

        private static boolean isTime(DataType type) {
            return type instanceof DateType || type instanceof TimestampType;
        }

        @Override
        public Expression apply(Expression time) {
            InternalRow row = new GenericInternalRow(new Object[] {((Literal) time).value()});
            StructField field = StructField.apply("time", time.dataType(), false, Metadata.empty());
            return new GetStructField(new Literal(row, new StructType(new StructField[] {field})), 0, Option.empty());
        }
    }
}
