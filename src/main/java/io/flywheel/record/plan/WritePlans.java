package io.flywheel.record.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Facility;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.Statement;
import io.flywheel.record.Batch;
import io.flywheel.record.WritingFacility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Compiled writes, kept until the catalogue changes. */
@Component
public final class WritePlans {
    private record Key(
            UUID workspace,
            long version,
            String object,
            Batch.Operation operation,
            boolean many,
            List<String> fields,
            String access) {}

    private record EdgeKey(UUID workspace, long version, String object, Edge edge) {}

    private final Cache<Key, WritePlan> plans =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final Cache<Key, PreviewPlan> previews =
            Caffeine.newBuilder().maximumSize(2_000).build();
    private final Cache<EdgeKey, RollUpPlan> rollUps =
            Caffeine.newBuilder().maximumSize(2_000).build();
    private final List<Facility<?>> facilities;

    public WritePlans(List<Facility<?>> facilities) {
        this.facilities = facilities;
    }

    /**
     * @param reach which records of the object the actor may write
     * @param sight which records of other objects the actor may name
     */
    public record Asked(
            Workspace workspace,
            Catalog catalog,
            ObjectDefinition object,
            Batch.Operation operation,
            boolean many,
            List<FieldDefinition> fields,
            RowScope reach,
            Function<String, RowScope> sight) {}

    public WritePlan plan(Asked asked) {
        return plans.get(key(asked), ignored -> compile(asked));
    }

    private static Key key(Asked asked) {
        return new Key(
                asked.workspace().id(),
                asked.catalog().version(),
                asked.object().name(),
                asked.operation(),
                asked.many(),
                asked.fields().stream().map(FieldDefinition::name).toList(),
                access(asked));
    }

    /** How an edge's roll-ups are brought up to date. */
    public RollUpPlan rollUps(Workspace workspace, Catalog catalog, String child, Edge edge) {
        return rollUps.get(
                new EdgeKey(workspace.id(), catalog.version(), child, edge),
                ignored -> RollUpPlan.of(
                        new RowShape(
                                workspace,
                                catalog,
                                Objects.requireNonNull(catalog.objects().get(child))),
                        edge));
    }

    /** Answers a row if a live record ({@link Parameters#ID}) is within a scope ({@link Parameters#REACH}). */
    public static Statement visible(Workspace workspace, Catalog catalog, ObjectDefinition object, RowScope scope) {
        RowShape shape = new RowShape(workspace, catalog, object);
        return new SqlText()
                .add("select 1 from " + shape.table() + " t where t.id = ")
                .slot(Parameters.ID, "uuid")
                .add(" and t.deleted_at is null")
                .add(Reached.within(shape, object, "t", scope, Parameters.REACH))
                .statement();
    }

    /**
     * The deleted records within a scope ({@link Parameters#REACH}), the latest first, after a place ({@link
     * Parameters#SINCE}, {@link Parameters#ID}): id, version, title, when, by whom.
     */
    public static Statement deleted(
            Workspace workspace, Catalog catalog, ObjectDefinition object, RowScope scope, int limit) {
        RowShape shape = new RowShape(workspace, catalog, object);
        String title = object.role("title")
                .filter(shape::stored)
                .map(field -> "t." + SqlText.name(field.name()) + "::text")
                .orElse("null::text");
        return new SqlText()
                .add("select t.id, t.version, " + title + ", l.at, l.actor from " + shape.table("sys_change_log")
                        + " l join " + shape.table() + " t on t.id = l.record and t.deleted_at = l.at where l.object = "
                        + SqlText.literal(object.name()) + " and l.operation = 'd' and (l.at, l.record) < (")
                .slot(Parameters.SINCE, "timestamptz")
                .add(", ")
                .slot(Parameters.ID, "uuid")
                .add(")")
                .add(Reached.within(shape, object, "t", scope, Parameters.REACH))
                .add(" order by l.at desc, l.record desc limit " + limit)
                .statement();
    }

    private static String access(Asked asked) {
        StringBuilder shape = new StringBuilder().append(kind(asked.reach()));
        for (FieldDefinition field : asked.object().fields().values()) {
            if (field.type() instanceof FieldType.Referring target) {
                shape.append(kind(asked.sight().apply(target.object())));
            }
        }
        return shape.toString();
    }

    private static char kind(RowScope scope) {
        return switch (scope) {
            case RowScope.All _ -> 'a';
            case RowScope.None _ -> 'n';
            case RowScope.Owners _ -> 'o';
            case RowScope.Through through -> Character.toUpperCase(kind(through.scope()));
        };
    }

    /** What a draft of one record would become, without writing; {@code reach} says which records may be seen. */
    public PreviewPlan preview(Asked asked) {
        return previews.get(key(asked), ignored -> {
            RowShape shape = new RowShape(asked.workspace(), asked.catalog(), asked.object());
            return PreviewPlan.of(shape, pieces(shape, asked.object()), asked);
        });
    }

    private WritePlan compile(Asked asked) {
        RowShape shape = new RowShape(asked.workspace(), asked.catalog(), asked.object());
        Pieces pieces = pieces(shape, asked.object());
        return switch (asked.operation()) {
            case CREATE -> new CreatePlan(shape, pieces, asked.sight(), asked.fields()).plan(asked.many());
            case CHANGE ->
                new ChangePlan(shape, pieces, asked.sight(), asked.reach(), asked.fields()).plan(asked.many());
            case DELETE -> new RemovalPlan(shape, asked.reach()).delete();
            case RESTORE -> new RemovalPlan(shape, asked.reach()).restore();
        };
    }

    private Pieces pieces(RowShape shape, ObjectDefinition object) {
        List<WritingFacility.Parts> parts = new ArrayList<>();
        List<Facility.Watch> watches = new ArrayList<>();
        for (Facility<?> facility : facilities) {
            gather(facility, object, parts, watches);
        }
        return new Pieces(shape, parts, watches);
    }

    private static <S> void gather(
            Facility<S> facility,
            ObjectDefinition object,
            List<WritingFacility.Parts> parts,
            List<Facility.Watch> watches) {
        var settings = object.facilities().get(facility.name());
        S read = settings == null ? null : facility.read(settings, new Faults());
        if (read == null) {
            return;
        }
        watches.addAll(facility.watches(read, object));
        if (facility instanceof WritingFacility<S> writing) {
            parts.add(writing.parts(read, object));
        }
    }
}
