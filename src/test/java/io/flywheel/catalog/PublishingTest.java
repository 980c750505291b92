package io.flywheel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.catalog.running.Finishing;
import io.flywheel.catalog.running.PublishedCatalogs;
import io.flywheel.catalog.running.Publishing;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.database.TestDatabase;
import io.flywheel.database.pool.PooledDatabase;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishingTest {
    private final Database database = TestDatabase.database();
    private final Kinds kinds = new TestCatalog().kinds();
    private final PublishedCatalogs catalogs = new PublishedCatalogs(database, kinds);
    private final Finishing finishing = new Finishing(database, catalogs, java.time.Duration.ZERO);
    private final Publishing publications = new Publishing(database, kinds, catalogs, finishing, Clock.systemUTC());
    private final Workspace workspace = TestDatabase.freshWorkspace();

    @Test
    void createsARealTableWithTypedColumns() {
        Publication publication = publish("deal", """
                label: {zh: 商机, en: Deal}
                fields:
                  name: {type: text, label: N, unique: true}
                  金额: {type: money, label: 金额, indexed: true}
                  tags: {type: multiChoice, label: T, options: {a: A, b: B}}
                """);
        assertThat(publication.version()).isEqualTo(1);
        assertThat(columns("deal"))
                .containsExactly(
                        "id uuid",
                        "version integer",
                        "created_at timestamp with time zone",
                        "created_by uuid",
                        "updated_at timestamp with time zone",
                        "updated_by uuid",
                        "deleted_at timestamp with time zone",
                        "name text",
                        "金额 numeric",
                        "tags text[]");
        assertThat(catalogs.of(workspace).object("deal")).isPresent();
    }

    @Test
    void writesNothingInADryRun() {
        Publication publication =
                publications.plan(workspace, List.of(edit("deal", "label: D\nfields: {name: {type: text, label: N}}")));
        assertThat(publication.steps().getFirst().message(Language.EN)).contains("Creates the table of D");
        assertThat(columns("deal")).isEmpty();
        assertThat(catalogs.of(workspace).objects()).isEmpty();
    }

    @Test
    void keepsAFieldThatIsLeftOutAndRestoresItWithItsValues() {
        publish("deal", "label: D\nfields: {name: {type: text, label: N}, size: {type: number, label: S}}");
        insert("deal", "size", "5");
        publish("deal", "label: D\nfields: {name: {type: text, label: N}}");
        assertThat(deal().fields()).doesNotContainKey("size");
        assertThat(deal().retired()).containsKey("size");
        publish("deal", "label: D\nfields: {name: {type: text, label: N}, size: {type: number, label: S}}");
        assertThat(deal().fields()).containsKey("size");
        assertThat(text("select size::text from %s.deal")).isEqualTo("5");
    }

    @Test
    void refusesANarrowingThatLosesValuesAndSaysHowMany() {
        publish("deal", "label: D\nfields: {size: {type: number, digits: 2, label: S}}");
        insert("deal", "size", "5.25");
        assertThatThrownBy(() -> publish("deal", "label: D\nfields: {size: {type: number, label: S}}"))
                .isInstanceOfSatisfying(Problem.Invalid.class, wrong -> {
                    assertThat(wrong.faults().getFirst().path()).isEqualTo("fields.size.type");
                    assertThat(wrong.faults().getFirst().message(Language.EN)).startsWith("1 records");
                });
        publish("deal", "label: D\nfields: {size: {type: number, digits: 4, label: S}}");
    }

    @Test
    void refusesUniquenessThatDoesNotHoldAndNamesValues() {
        publish("deal", "label: D\nfields: {name: {type: text, label: N}}");
        insert("deal", "name", "'a'");
        insert("deal", "name", "'a'");
        assertThatThrownBy(() -> publish("deal", "label: D\nfields: {name: {type: text, label: N, unique: true}}"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        wrong -> assertThat(wrong.faults().getFirst().message(Language.ZH))
                                .contains("a (2×)"));
    }

    @Test
    void tellsALateWriterWhatChanged() {
        publish("deal", "label: D\nfields: {name: {type: text, label: N}}");
        publish("deal", "label: Deal\nfields: {name: {type: text, label: N}}");
        Edit late =
                edit("deal", "label: X\nfields: {name: {type: text, label: N}}").expecting(1);
        assertThatThrownBy(() -> publications.publish(workspace, null, List.of(late)))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        conflict -> assertThat(
                                        String.valueOf(conflict.arguments().get("changes")))
                                .contains("label"));
    }

    @Test
    void publishesNothingTwice() {
        String yaml = "label: D\nfields: {name: {type: text, label: N}}";
        assertThat(publish("deal", yaml).version()).isEqualTo(1);
        Publication again = publish("deal", yaml);
        assertThat(again.version()).isEqualTo(1);
        assertThat(again.definitions()).isEmpty();
    }

    @Test
    void undoesByPublishingAnEarlierRevision() {
        publish("deal", "label: First\nfields: {name: {type: text, label: N}}");
        publish("deal", "label: Second\nfields: {name: {type: text, label: N}}");
        Definitions definitions = new Definitions(database, Clock.systemUTC());
        Revision first = definitions.revisions(workspace, "object", "deal").getLast();
        publications.publish(workspace, null, List.of(Edit.publish("object", "deal", first.document())));
        assertThat(deal().label().en()).isEqualTo("First");
        assertThat(definitions.revisions(workspace, "object", "deal"))
                .extracting(Revision::version)
                .containsExactly(3, 2, 1);
    }

    @Test
    void retiresAnObjectAndBringsItBackWithItsRecords() {
        publish("deal", "label: D\nfields: {name: {type: text, label: N}}");
        insert("deal", "name", "'kept'");
        publications.publish(workspace, null, List.of(Edit.retire("object", "deal")));
        assertThat(catalogs.of(workspace).objects()).isEmpty();
        publish("deal", "label: D\nfields: {title: {type: text, label: T}}");
        assertThat(deal().retired()).containsKey("name");
        assertThat(text("select name from %s.deal")).isEqualTo("kept");
    }

    @Test
    void refusesToRetireWhatOthersReferTo() {
        publications.publish(
                workspace,
                null,
                List.of(
                        edit("account", "label: A\nfields: {name: {type: text, label: N}}"),
                        edit("deal", "label: D\nfields: {account: {type: reference, object: account, label: A}}")));
        assertThatThrownBy(() -> publications.publish(workspace, null, List.of(Edit.retire("object", "account"))))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        wrong -> assertThat(wrong.faults().getFirst().path())
                                .isEqualTo("object/deal.fields.account.object"));
    }

    @Test
    void hearsWhatAnotherNodePublishes() {
        try (PooledDatabase elsewhere = new PooledDatabase(TestDatabase.address(), 6)) {
            PublishedCatalogs other = new PublishedCatalogs(elsewhere, kinds);
            assertThat(other.of(workspace).objects()).isEmpty();
            publish("deal", "label: D\nfields: {name: {type: text, label: N}}");
            long end = System.nanoTime() + 5_000_000_000L;
            while (other.of(workspace).objects().isEmpty() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(other.of(workspace).objects()).containsKey("deal");
        }
    }

    @Test
    void keepsADraftBesideWhatIsPublished() {
        Definitions definitions = new Definitions(database, Clock.systemUTC());
        definitions.keepDraft(workspace, null, "object", "deal", Documents.yaml("label: half done"));
        assertThat(catalogs.of(workspace).objects()).isEmpty();
        assertThat(definitions.draft(workspace, "object", "deal")).isPresent();
        publish("deal", "label: D\nfields: {name: {type: text, label: N}}");
        assertThat(definitions.draft(workspace, "object", "deal")).isEmpty();
    }

    private ObjectDefinition deal() {
        return catalogs.of(workspace).object("deal").orElseThrow();
    }

    private Publication publish(String object, String yaml) {
        return publications.publish(workspace, null, List.of(edit(object, yaml)));
    }

    private static Edit edit(String object, String yaml) {
        return Edit.publish("object", object, Documents.yaml(yaml));
    }

    private void insert(String table, String column, String literal) {
        database.in(
                workspace,
                connection -> Sql.of("insert into \"" + workspace.schema() + "\"." + table
                                + " (id, version, created_at, updated_at, " + column
                                + ") values (gen_random_uuid(), 1, now(), now(), " + literal + ")")
                        .run(connection));
    }

    private String text(String query) {
        return database.in(
                workspace,
                connection -> Sql.of(query.formatted("\"" + workspace.schema() + "\""))
                        .first(connection, row -> row.getString(1))
                        .orElseThrow());
    }

    private List<String> columns(String table) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select attname || ' ' || format_type(atttypid, null) from pg_attribute where attrelid ="
                                        + " to_regclass(?) and attnum > 0 and not attisdropped order by attnum",
                                workspace.schema() + "." + table)
                        .list(connection, row -> row.getString(1)));
    }
}
