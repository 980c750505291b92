package io.flywheel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.catalog.running.Finishing;
import io.flywheel.catalog.running.PublishedCatalogs;
import io.flywheel.catalog.running.Publishing;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.database.TestDatabase;
import io.flywheel.kernel.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FillingTest {
    private static final int MANY = 12_000;

    private final Database database = TestDatabase.database();
    private final Kinds kinds = new TestCatalog().kinds();
    private final PublishedCatalogs catalogs = new PublishedCatalogs(database, kinds);
    private final Finishing finishing = new Finishing(database, catalogs, Duration.ZERO);
    private final Publishing publications = new Publishing(database, kinds, catalogs, finishing, Clock.systemUTC());
    private final Workspace workspace = TestDatabase.freshWorkspace();

    @Test
    void fillsAStoredFormulaForOlderRecords() {
        publish("deal", "label: D\nfields: {price: {type: money, label: P}, pieces: {type: number, label: N}}");
        insertDeals();
        publish("deal", """
                label: D
                fields:
                  price: {type: money, label: P}
                  pieces: {type: number, label: N}
                  total: {type: formula, label: T, expression: "price * pieces / 3", result: {type: money, digits: 2}}
                """);
        finishing.finish(workspace);
        assertThat(catalogs.of(workspace).filling()).isEmpty();
        assertThat(storage("deal", "total")).isEqualTo(Storage.COLUMN);
        assertThat(text("select count(*) from %s.deal where total = round(price * pieces / 3, 2)"))
                .isEqualTo(String.valueOf(MANY));
    }

    @Test
    void computesOnReadWhatDependsOnOthersOrOnTheDay() {
        publish("deal", """
                label: D
                fields:
                  due: {type: date, label: P}
                  days: {type: formula, label: T, expression: "daysBetween(today(), due)", result: {type: number}}
                  next: {type: formula, label: T, expression: "days + 1", result: {type: number}}
                """);
        assertThat(storage("deal", "days")).isEqualTo(Storage.ON_READ);
        assertThat(storage("deal", "next")).isEqualTo(Storage.ON_READ);
    }

    @Test
    void fillsARollUpForParentsThatHaveChildren() {
        publish("deal", "label: D\nfields: {name: {type: text, label: N}}");
        publish("line", """
                label: L
                fields: {deal: {type: reference, object: deal, label: D}, amount: {type: money, label: A}}
                """);
        run("insert into %1$s.deal (id, version, created_at, updated_at) select gen_random_uuid(), 1, now(), now()"
                + " from generate_series(1, 3)");
        run(
                "insert into %1$s.line (id, version, created_at, updated_at, deal, amount) select gen_random_uuid(), 1, now(),"
                        + " now(), d.id, n from (select id from %1$s.deal order by id limit 2) d, generate_series(1, 4) n");
        publish("deal", """
                label: D
                fields:
                  name: {type: text, label: N}
                  total: {type: rollUp, object: line, via: deal, function: sum, of: amount, where: "amount > 1",
                    result: {type: money}, label: T}
                """);
        finishing.finish(workspace);
        assertThat(text("select string_agg(trim_scale(total)::text, ' ' order by id) from %s.deal"))
                .isEqualTo("9 9 0");
    }

    @Test
    void addsAFieldWhileOthersReadAndWrite() throws InterruptedException {
        publish("deal", "label: D\nfields: {price: {type: money, label: P}, pieces: {type: number, label: N}}");
        insertDeals();
        AtomicBoolean stop = new AtomicBoolean();
        List<RuntimeException> failed = Collections.synchronizedList(new ArrayList<>());
        List<Thread> busy = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofPlatform().start(() -> work(stop, failed)))
                .toList();
        long begin = System.nanoTime();
        publish("deal", """
                label: D
                fields:
                  price: {type: money, label: P}
                  pieces: {type: number, label: N}
                  note: {type: text, label: T, indexed: true}
                """);
        Duration accepted = Duration.ofNanos(System.nanoTime() - begin);
        finishing.finish(workspace);
        stop.set(true);
        for (Thread thread : busy) {
            thread.join();
        }
        assertThat(failed).isEmpty();
        assertThat(accepted).isLessThan(Duration.ofSeconds(10));
        assertThat(text("select count(*) from pg_index where indrelid = '%1$s.deal'::regclass and not indisvalid"))
                .isEqualTo("0");
    }

    private void work(AtomicBoolean stop, List<RuntimeException> failed) {
        while (!stop.get() && failed.isEmpty()) {
            try {
                run("update %1$s.deal set pieces = pieces + 1 where id = (select id from %1$s.deal order by"
                        + " md5(id::text || random()::text) limit 1)");
            } catch (RuntimeException e) {
                failed.add(e);
            }
        }
    }

    private Storage storage(String object, String field) {
        Catalog catalog = catalogs.of(workspace);
        ObjectDefinition found = catalog.object(object).orElseThrow();
        return catalog.storage(found, found.field(field).orElseThrow());
    }

    private void insertDeals() {
        run(
                "insert into %1$s.deal (id, version, created_at, updated_at, price, pieces) select gen_random_uuid(), 1, now(),"
                        + " now(), n, n %% 7 from generate_series(1, " + MANY + ") n");
    }

    private void publish(String object, String yaml) {
        publications.publish(workspace, null, List.of(Edit.publish("object", object, Documents.yaml(yaml))));
    }

    private void run(String statement) {
        database.in(
                workspace,
                connection -> Sql.of(statement.formatted("\"" + workspace.schema() + "\""))
                        .run(connection));
    }

    private String text(String query) {
        return database.in(
                workspace,
                connection -> Sql.of(query.formatted("\"" + workspace.schema() + "\""))
                        .first(connection, row -> row.getString(1))
                        .orElseThrow());
    }
}
