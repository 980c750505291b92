package io.flywheel.access.role;

import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RoleDefinition;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.DefinitionKind;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Label;
import io.flywheel.kernel.Nearest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The kind {@code role}. */
@Component
public final class RoleKind implements DefinitionKind<RoleDefinition> {
    public static final String NAME = "role";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RoleDefinition> type() {
        return RoleDefinition.class;
    }

    @Override
    public String schema() {
        return "schema/role.json";
    }

    @Override
    public RoleDefinition read(String name, JsonNode document, Faults faults) {
        Map<String, RoleDefinition.Grant> objects = new LinkedHashMap<>();
        document.path("objects").properties().forEach(entry -> objects.put(entry.getKey(), grant(entry.getValue())));
        Map<String, RoleDefinition.FieldRight> fields = new LinkedHashMap<>();
        document.path("fields")
                .properties()
                .forEach(entry -> fields.put(
                        entry.getKey(),
                        RoleDefinition.FieldRight.valueOf(upper(entry.getValue().asString()))));
        JsonNode label = document.path("label");
        return new RoleDefinition(
                name,
                new Label(label.path("zh").asString(), label.path("en").asString()),
                document.path("administers").asBoolean(false),
                objects,
                fields);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static RoleDefinition.Grant grant(JsonNode node) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        node.path("rights").forEach(right -> rights.add(Right.valueOf(upper(right.asString()))));
        Map<Right, RoleDefinition.Scope> scopes = new EnumMap<>(Right.class);
        JsonNode scope = node.path("scope");
        for (Right right : rights) {
            String given = scope.isObject()
                    ? scope.path(right.name().toLowerCase(Locale.ROOT))
                            .asString(scope.path("see").asString("none"))
                    : scope.asString("none");
            scopes.put(right, RoleDefinition.Scope.valueOf(upper(given)));
        }
        return new RoleDefinition.Grant(rights, scopes);
    }

    @Override
    public void check(String name, RoleDefinition role, Catalog after, Faults faults) {
        role.objects().forEach((object, grant) -> {
            if (!object.equals(RoleDefinition.ANY) && after.object(object).isEmpty()) {
                faults.add(unknown(
                        "objects." + object,
                        "access.unknown-object",
                        object,
                        after.objects().keySet()));
            }
            if (!grant.rights().contains(Right.SEE) && !grant.rights().isEmpty()) {
                faults.add("objects." + object + ".rights", "access.rights-without-see");
            }
        });
        role.fields().keySet().forEach(path -> checkField(path, after, faults));
    }

    private static void checkField(String path, Catalog after, Faults faults) {
        int dot = path.indexOf('.');
        String object = dot < 0 ? path : path.substring(0, dot);
        ObjectDefinition found = after.objects().get(object);
        if (found == null) {
            faults.add(unknown(
                    "fields." + path,
                    "access.unknown-object",
                    object,
                    after.objects().keySet()));
            return;
        }
        String field = path.substring(dot + 1);
        if (dot < 0 || found.field(field).isEmpty()) {
            faults.add(unknown(
                    "fields." + path,
                    "access.unknown-field",
                    field,
                    found.fields().keySet()));
        }
    }

    private static Fault unknown(String path, String code, String name, Collection<String> known) {
        return Fault.of(
                path, code, "name", name, "nearest", Nearest.to(name, known).orElse("–"));
    }
}
