package io.flywheel.catalog;

import io.flywheel.kernel.Label;
import java.util.List;
import java.util.Set;

/** The columns that every object's table has. */
public final class SystemFields {
    public static final String ID = "id";
    public static final String VERSION = "version";
    public static final String CREATED_AT = "created_at";
    public static final String CREATED_BY = "created_by";
    public static final String UPDATED_AT = "updated_at";
    public static final String UPDATED_BY = "updated_by";
    /** null = live, else in the recycle bin since; not readable as a field */
    public static final String DELETED_AT = "deleted_at";
    /** the owner's team, only on objects with an owner; not readable as a field */
    public static final String OWNER_UNIT = "owner_unit";

    private static final Set<String> COLUMNS =
            Set.of(ID, VERSION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, DELETED_AT, OWNER_UNIT);

    private SystemFields() {}

    /** Whether a column of every (or every owned) object's table has this name. */
    public static boolean has(String name) {
        return COLUMNS.contains(name);
    }

    /** The readable ones, as fields of {@code object}. */
    public static List<FieldDefinition> of(String object) {
        return List.of(
                FieldDefinition.ofSystem(ID, new Label("编号", "Id"), new FieldType.Reference(object)),
                FieldDefinition.ofSystem(VERSION, new Label("版本", "Version"), new FieldType.Number(0)),
                FieldDefinition.ofSystem(CREATED_AT, new Label("创建时间", "Created at"), new FieldType.DateTime()),
                FieldDefinition.ofSystem(CREATED_BY, new Label("创建人", "Created by"), new FieldType.Member()),
                FieldDefinition.ofSystem(UPDATED_AT, new Label("更新时间", "Updated at"), new FieldType.DateTime()),
                FieldDefinition.ofSystem(UPDATED_BY, new Label("更新人", "Updated by"), new FieldType.Member()));
    }
}
