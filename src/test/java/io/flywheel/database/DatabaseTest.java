package io.flywheel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class DatabaseTest {
    private final Database database = TestDatabase.database();
    private final Workspace workspace = TestDatabase.freshWorkspace();

    @Test
    void keepsWhatATransactionWroteAndNothingOfAFailedOne() {
        run("create table " + table() + " (n numeric)");
        database.transaction(
                workspace, c -> Sql.of("insert into " + table() + " values (1)").run(c));
        assertThatThrownBy(() -> database.transaction(workspace, c -> {
                    Sql.of("insert into " + table() + " values (2)").run(c);
                    throw new Problem.NotFound("kernel.invalid", java.util.Map.of());
                }))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aMistakeInAStatementIsOursAndTellsItsState() {
        assertThatThrownBy(() -> run("select * from nowhere"))
                .isInstanceOfSatisfying(
                        DatabaseFault.class, fault -> assertThat(fault.state()).isEqualTo("42P01"));
    }

    @Test
    void aLostConnectionIsBusyAndTheNextCallIsServed() {
        assertThatThrownBy(() -> database.in(
                        workspace,
                        c -> Sql.of("select pg_terminate_backend(pg_backend_pid())")
                                .first(c, row -> 1)))
                .isInstanceOfSatisfying(
                        Problem.Busy.class, busy -> assertThat(busy.ours()).isTrue());
        assertThat(one("select 1")).isEqualTo("1");
    }

    @Test
    void refusesToLendAThreadASecondConnection() {
        assertThatThrownBy(() -> database.in(workspace, c -> database.in(workspace, d -> 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database.<Integer>in(workspace, c -> database.platform(d -> 1)))
                .isEqualTo(1);
    }

    @Test
    void answersBusyWhenEveryConnectionStaysTaken() throws InterruptedException {
        var held = new java.util.concurrent.CountDownLatch(14);
        var release = new java.util.concurrent.CountDownLatch(1);
        var holders = IntStream.range(0, 14)
                .mapToObj(i -> Thread.startVirtualThread(() -> database.in(workspace, c -> {
                    held.countDown();
                    return await(release);
                })))
                .toList();
        held.await();
        assertThatThrownBy(() -> one("select 1")).isInstanceOf(Problem.Busy.class);
        release.countDown();
        for (Thread holder : holders) {
            assertThat(holder.join(Duration.ofSeconds(5))).isTrue();
        }
        assertThat(one("select 1")).isEqualTo("1");
    }

    @Test
    void keepsAWorkspaceOnOneConnectionAsLongAsThatSuffices() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> process(workspace)).distinct())
                .hasSize(1);
    }

    @Test
    void replacesAConnectionThatServedManyWorkspaces() {
        List<Workspace> many = made(1_000);
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(i -> process(many.get(i % many.size())))
                        .distinct()
                        .count())
                .isBetween(30L, 200L);
    }

    @Test
    void lendsAConnectionToOneAtATimeHoweverManyWorkspacesAsk() throws InterruptedException {
        List<Workspace> many = made(300);
        Set<Integer> lent = ConcurrentHashMap.newKeySet();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        List<Thread> askers = IntStream.range(0, 32)
                .mapToObj(asker -> Thread.startVirtualThread(() -> {
                    Random random = new Random(asker);
                    for (int i = 0; i < 150; i++) {
                        Workspace one = many.get(random.nextInt(many.size()));
                        wrong.addAll(database.in(one, connection -> faults(connection, lent)));
                    }
                    wrong.add("done");
                }))
                .toList();
        for (Thread asker : askers) {
            assertThat(asker.join(Duration.ofSeconds(60))).isTrue();
        }
        assertThat(wrong).containsExactlyElementsOf(Collections.nCopies(32, "done"));
        assertThat(lent).isEmpty();
    }

    private static List<String> faults(Connection connection, Set<Integer> lent) throws SQLException {
        int process = connection.unwrap(PGConnection.class).getBackendPID();
        List<String> wrong = lent.add(process) && lent.size() <= 14 ? List.of() : List.of("lent twice or too many");
        Integer answered = Sql.of("select pg_backend_pid()")
                .first(connection, row -> row.getInt(1))
                .orElseThrow();
        lent.remove(process);
        return answered == process ? wrong : List.of("answered by another");
    }

    private static List<Workspace> made(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Workspace(Ids.next(), "ws", "W", ZoneId.of("UTC"), 1))
                .toList();
    }

    private int process(Workspace one) {
        return database.in(one, c -> c.unwrap(PGConnection.class).getBackendPID());
    }

    @Test
    void keepsEveryDigitOfANumberHoweverOftenItIsRead() {
        BigDecimal number = new BigDecimal("12345678901234567.8900");
        for (int i = 0; i < 8; i++) {
            BigDecimal read = database.in(
                    workspace,
                    c -> Sql.of("select ?::numeric", number)
                            .first(c, row -> row.getBigDecimal(1))
                            .orElseThrow());
            assertThat(read).isEqualTo(number);
        }
    }

    @Test
    void speaksUtcAndStopsRunawayStatements() {
        assertThat(one("show time zone")).isEqualTo("UTC");
        assertThat(one("show statement_timeout")).isEqualTo("30s");
        assertThat(one("show idle_in_transaction_session_timeout")).isEqualTo("10s");
    }

    @Test
    void tellsWhoListens() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        database.listen("channel_" + workspace.schema(), heard::add);
        anotherNodeTells("channel_" + workspace.schema(), "changed 采购");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("changed 采购");
    }

    @Test
    void tellsItsOwnNodeBeforeItReturns() {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        database.listen("own_" + workspace.schema(), heard::add);
        database.tell("own_" + workspace.schema(), "changed");
        assertThat(heard.poll()).isEqualTo("changed");
    }

    private void anotherNodeTells(String channel, String payload) {
        database.platform(
                c -> Sql.of("select pg_notify(?, ?)", channel, payload).list(c, row -> 1));
    }

    @Test
    void listensAgainAfterItsConnectionIsLost() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        database.listen("lost_" + workspace.schema(), heard::add);
        database.platform(c -> Sql.of("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'flywheel-listener'")
                .list(c, row -> 1));
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEmpty();
        anotherNodeTells("lost_" + workspace.schema(), "here again");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("here again");
    }

    @Test
    void migratesAWorkspaceOnceAndCheaplyAfterwards() {
        database.migrate(workspace);
        assertThat(one("select count(*) from pg_tables where tablename = 'sys_migration' and schemaname = '"
                        + workspace.schema() + "'"))
                .isEqualTo("1");
    }

    @Test
    void sortsChineseByPinyin() {
        assertThat(one("select string_agg(n, ',' order by n collate \"zh-Hans-CN-x-icu\")"
                        + " from unnest(array['张','李','阿','王']) n"))
                .isEqualTo("阿,李,王,张");
    }

    private String table() {
        return workspace.schema() + ".thing";
    }

    private void run(String text) {
        database.in(workspace, c -> Sql.of(text).run(c));
    }

    private String one(String text) {
        return database.in(
                workspace, c -> Sql.of(text).first(c, row -> row.getString(1)).orElseThrow());
    }

    private long rows() {
        return Long.parseLong(one("select count(*) from " + table()));
    }

    private static boolean await(java.util.concurrent.CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
