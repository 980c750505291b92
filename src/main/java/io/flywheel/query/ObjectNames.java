package io.flywheel.query;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The names of one object as far as they are in {@code sight}: its fields, {@code me}, and {@code old} if asked for.
 *
 * @param root whether {@code me} and {@code old} can be named here: not behind a reference
 */
public record ObjectNames(Catalog catalog, ObjectDefinition object, Sight sight, boolean root, boolean withOld)
        implements Names {
    public static final String ME = "me";
    public static final String OLD = "old";

    /** Fields and {@code me}. */
    public static ObjectNames of(Catalog catalog, ObjectDefinition object, Sight sight) {
        return new ObjectNames(catalog, object, sight, true, false);
    }

    /** Fields, {@code me}, and the values before the change behind {@code old}. */
    public static ObjectNames withOld(Catalog catalog, ObjectDefinition object, Sight sight) {
        return new ObjectNames(catalog, object, sight, true, true);
    }

    /** A field that exists and is in sight. */
    public Optional<FieldDefinition> definition(String name) {
        return object.field(name).filter(field -> sight.sees(object.name(), name) && reachable(field));
    }

    private boolean reachable(FieldDefinition field) {
        return !(field.type() instanceof FieldType.Lines lines) || sight.sees(lines.object());
    }

    @Override
    public Optional<Type> field(String name) {
        if (root && name.equals(ME)) {
            return Optional.of(new Type.Reference(SystemObjects.MEMBER));
        }
        return definition(name).flatMap(field -> CatalogNames.type(field.type()));
    }

    @Override
    public Optional<Names> through(String name) {
        if (root && name.equals(ME)) {
            return behind(SystemObjects.MEMBER);
        }
        if (withOld && name.equals(OLD)) {
            return Optional.of(new ObjectNames(catalog, object, sight, false, false));
        }
        return definition(name)
                .flatMap(field -> field.type() instanceof FieldType.Referring target
                        ? behind(target.object())
                        : Optional.empty());
    }

    @Override
    public Optional<Names> children(String name) {
        return definition(name)
                .flatMap(field ->
                        field.type() instanceof FieldType.Lines lines ? behind(lines.object()) : Optional.empty());
    }

    /** The names behind a reference field, if its object is in sight. */
    public Optional<ObjectNames> behind(FieldDefinition field) {
        return field.type() instanceof FieldType.Referring target && sight.sees(target.object())
                ? catalog.object(target.object()).map(found -> new ObjectNames(catalog, found, sight, false, false))
                : Optional.empty();
    }

    private Optional<Names> behind(String target) {
        return sight.sees(target)
                ? catalog.object(target).map(found -> new ObjectNames(catalog, found, sight, false, false))
                : Optional.empty();
    }

    @Override
    public Collection<String> all() {
        Set<String> all = new LinkedHashSet<>();
        for (String name : object.fields().keySet()) {
            if (definition(name).isPresent()) {
                all.add(name);
            }
        }
        if (root) {
            all.add(ME);
        }
        if (withOld) {
            all.add(OLD);
        }
        return all;
    }
}
