package io.flywheel.query;

import io.flywheel.database.Sql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A statement rendered once: its text, and what stands behind each question mark, in their order. Immutable. */
public record Statement(String text, List<Slot> slots) {
    private static final DSLContext RENDERER = DSL.using(
            SQLDialect.POSTGRES,
            new Settings()
                    .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED)
                    .withRenderFormatted(false));

    public Statement {
        slots = List.copyOf(slots);
    }

    /** Renders what jOOQ built; plain values become {@link Slot.Constant}. */
    public static Statement of(QueryPart part) {
        List<Slot> slots = new ArrayList<>();
        for (Object value : RENDERER.extractBindValues(part)) {
            slots.add(value instanceof Slot slot ? slot : new Slot.Constant(value));
        }
        return new Statement(RENDERER.render(part), slots);
    }

    /** The statement with its values, for {@link Sql}; {@code value} is asked for every slot but the constants. */
    public Sql with(Function<Slot, @Nullable Object> value) {
        List<@Nullable Object> binds = new ArrayList<>(slots.size());
        for (Slot slot : slots) {
            binds.add(slot instanceof Slot.Constant(Object constant) ? constant : value.apply(slot));
        }
        return new Sql(text, binds);
    }

    /** Binds every slot of a statement prepared from {@link #text}. */
    public void bind(PreparedStatement prepared, Function<Slot, @Nullable Object> value) throws SQLException {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Sql.bind(prepared, i + 1, slot instanceof Slot.Constant(Object constant) ? constant : value.apply(slot));
        }
    }
}
