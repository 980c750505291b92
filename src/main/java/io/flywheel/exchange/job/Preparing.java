package io.flywheel.exchange.job;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.exchange.file.Columns;
import io.flywheel.exchange.file.DataFile;
import io.flywheel.exchange.mapping.Mapping;
import io.flywheel.exchange.mapping.MappingReader;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Brings a wish, a file and the catalogue together, or says everything that does not fit. */
@Component
class Preparing {
    private final Catalogs catalogs;
    private final Access access;
    private final JsonNode defaults;

    Preparing(Catalogs catalogs, Access access) {
        this.catalogs = catalogs;
        this.access = access;
        try (InputStream in = Preparing.class.getClassLoader().getResourceAsStream("exchange/defaults.yaml")) {
            this.defaults = new YAMLMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * @throws Problem.NotFound no such object; {@code Forbidden} it may not be imported; {@code Invalid} the file is no
     *     table, or the mapping does not fit
     */
    Course course(Actor actor, Import job, Path file) throws IOException {
        Import.Wish wish = job.wish();
        ObjectRights rights = access.on(actor, wish.object());
        Catalog catalog = catalogs.of(actor.workspace());
        ObjectDefinition object = catalog.object(wish.object()).orElseThrow();
        if (!rights.may(ObjectRights.Right.IMPORT)) {
            throw new Problem.Forbidden("exchange.may-not-import", Map.of("object", object.plural()));
        }
        Columns columns;
        try (DataFile data = DataFile.open(file, wish.reading())) {
            columns = data.columns();
        }
        Mapping mapping = new MappingReader(object, columns, creating(object)).read(wish.mapping());
        Course course = new Course(actor, job, catalog, object, columns, seen(mapping, rights), file);
        checkKeys(course);
        return course;
    }

    /** A field that the actor may not see does not exist. */
    private static Mapping seen(Mapping mapping, ObjectRights rights) {
        return new Mapping(mapping.targets().stream()
                .filter(target -> rights.sees(target.field().name())
                        && !rights.fixed().contains(target.field().name()))
                .toList());
    }

    private Set<String> creating(ObjectDefinition object) {
        Set<String> fields = new HashSet<>();
        defaults.path("create").path(object.name()).forEach(field -> fields.add(field.asString()));
        return fields;
    }

    private static void checkKeys(Course course) {
        Import.Wish wish = course.job().wish();
        Faults faults = new Faults();
        if (wish.mode() != Import.Mode.INSERT && wish.match().isEmpty()) {
            faults.add("match", "exchange.match-needed", "mode", wish.mode().word());
        }
        for (String field : wish.match()) {
            if (course.position(field) < 0) {
                faults.add("match", "exchange.match-not-mapped", "field", field);
            }
        }
        course.mapping().references().forEach(target -> {
            String by = target.by();
            if (by != null
                    && course.catalog()
                            .object(((io.flywheel.catalog.FieldType.Referring)
                                            target.field().type())
                                    .object())
                            .flatMap(object -> object.field(by))
                            .isEmpty()) {
                faults.add(Fault.of("mapping." + target.field().name(), "exchange.mapping-field", "field", by));
            }
        });
        faults.refuse();
    }

    /** The unique fields of an object that a mapping gives: what an upsert matches on if nothing else is said. */
    static List<String> uniqueFields(Course course) {
        return course.targets().stream()
                .map(io.flywheel.exchange.mapping.Target::field)
                .filter(FieldDefinition::unique)
                .map(FieldDefinition::name)
                .limit(1)
                .toList();
    }
}
