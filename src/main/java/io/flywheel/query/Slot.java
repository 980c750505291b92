package io.flywheel.query;

import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What stands behind a question mark of a cached {@link Statement}: the same text serves every actor. */
public sealed interface Slot {
    /** A value that is part of the statement, such as a literal of a condition. */
    record Constant(@Nullable Object value) implements Slot {}

    /** The id of the actor's member. */
    record Me() implements Slot {}

    /** The members whose records of an object the actor may see, or the few others; as {@code uuid[]}. */
    record Owners(String object) implements Slot {}

    /** The units of these members, as {@code uuid[]}. */
    record Units(String object) implements Slot {}

    /** Given by the caller at each execution, by its number. */
    record Parameter(int number) implements Slot {}

    /** The access revision that the actor's rights were read at. */
    record Revision() implements Slot {}

    /** A question mark of this type for a statement under construction; {@link Statement} finds it again. */
    static Field<?> field(Slot slot, DataType<?> type) {
        return typed(slot, type);
    }

    /**
     * The same, kept from the database's planner: it takes a plan for any value then. Seeing the members of each scope,
     * it would find a plan for them cheaper by a hair, and plan every single execution, which takes longer than reading
     * a page.
     */
    static Field<?> unseen(Slot slot, DataType<?> type) {
        return DSL.field("cast((select {0}) as " + type.getTypeName() + ")", type, field(slot, type));
    }

    private static <T> Field<Slot> typed(Slot slot, DataType<T> type) {
        return DSL.val(slot, type.asConvertedDataType(new Marker<>(type.getType())));
    }

    /** Lets a slot pass through jOOQ as if it were a value; it is never bound by jOOQ itself. */
    final class Marker<T> implements Converter<T, Slot> {
        private static final long serialVersionUID = 1L;
        private final Class<T> type;

        Marker(Class<T> type) {
            this.type = type;
        }

        @Override
        public Slot from(T value) {
            return new Constant(value);
        }

        @Override
        public @Nullable T to(Slot slot) {
            return null;
        }

        @Override
        public Class<T> fromType() {
            return type;
        }

        @Override
        public Class<Slot> toType() {
            return Slot.class;
        }
    }
}
