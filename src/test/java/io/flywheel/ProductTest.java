package io.flywheel;

import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Publications;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.database.TestDatabase;
import io.flywheel.identity.SignUp;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.record.Batch;
import io.flywheel.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The whole product on a real database, on a port of its own; all tests of this kind share one start. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ProductTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Autowired
    protected SignUp signUp;

    @Autowired
    protected Publications publications;

    @Autowired
    protected Catalogs catalogs;

    @Autowired
    protected Records records;

    @Autowired
    protected Database database;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.settings(registry);
        registry.add("flywheel.rate-limit", () -> "10000000"); // writers of endurance tests are too eager
        registry.add("flywheel.sign-in-limit", () -> "100000"); // so many tests found a workspace of their own
    }

    /** A workspace of one's own, signed up for as anybody would; the actor is its administrator. */
    protected Actor newWorkspace() {
        SignUp.Founded founded = signUp.found(new SignUp.Wish(
                "Test", Ids.next() + "@example.com", "a long enough password", Language.EN, "base", false));
        return new Actor(founded.workspace(), founded.member(), Language.EN);
    }

    /** Publishes objects, given as name, YAML, name, YAML …, together. */
    protected void publish(Actor actor, String... namesAndDocuments) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < namesAndDocuments.length; i += 2) {
            edits.add(Edit.publish("object", namesAndDocuments[i], yaml(namesAndDocuments[i + 1])));
        }
        publications.publish(actor.workspace(), actor.member(), edits);
    }

    protected static JsonNode yaml(String text) {
        return YAML.readTree(text);
    }

    /** One new record, its fields as name, value, name, value … */
    protected UUID create(Actor actor, String object, @Nullable Object... fieldsAndValues) {
        return records.write(actor, creation(object, fieldsAndValues))
                .written()
                .getFirst()
                .id();
    }

    protected static Batch creation(String object, @Nullable Object... fieldsAndValues) {
        return batch(object, Batch.Operation.CREATE, null, null, fieldsAndValues);
    }

    protected static Batch change(
            String object, UUID id, @Nullable Integer version, @Nullable Object... fieldsAndValues) {
        return batch(object, Batch.Operation.CHANGE, id, version, fieldsAndValues);
    }

    private static Batch batch(
            String object,
            Batch.Operation operation,
            @Nullable UUID id,
            @Nullable Integer version,
            @Nullable Object... fieldsAndValues) {
        List<String> fields = new ArrayList<>();
        @Nullable Object[] values = new @Nullable Object[fieldsAndValues.length / 2];
        for (int i = 0; i < values.length; i++) {
            fields.add((String) fieldsAndValues[2 * i]);
            values[i] = fieldsAndValues[2 * i + 1];
        }
        return new Batch(object, operation, fields, List.of(new Batch.Row(0, id, version, values)), false, null);
    }

    /** The first column of the first row of a query on the actor's schema, which stands for {@code %s}. */
    protected @Nullable String value(Actor actor, String sql) {
        return database.in(
                actor.workspace(),
                connection -> Sql.of(sql.replace("%s", '"' + actor.workspace().schema() + '"'))
                        .list(connection, row -> String.valueOf(row.getString(1)))
                        .getFirst());
    }
}
