package io.flywheel.start;

import io.flywheel.database.Sql;
import io.flywheel.database.engine.EmbeddedPostgres;
import io.flywheel.database.engine.HomeLock;
import io.flywheel.database.pool.Address;
import io.flywheel.database.pool.PooledDatabase;
import io.flywheel.kernel.Problem;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process with the embedded database that only writes: prints {@code pid <server>}, then each number once it is
 * acknowledged. To be killed.
 */
final class Victim {
    private Victim() {}

    @SuppressWarnings("try") // the lock is held, not used
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        try (HomeLock lock = HomeLock.take(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home, true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            Address address = new Address(postgres.url("postgres"), postgres.user(), postgres.password());
            try (PooledDatabase database = new PooledDatabase(address, 6)) {
                database.platform(c -> Sql.of("create table if not exists flywheel.proof (n bigint primary key)")
                        .run(c));
                System.out.println("pid " + postgres.pid());
                write(database);
            }
        }
    }

    private static void write(PooledDatabase database) {
        long next = last(database) + 1;
        boolean told = false;
        while (true) {
            long number = next;
            try {
                database.platform(c -> Sql.of("insert into flywheel.proof values (?) on conflict do nothing", number)
                        .run(c));
                System.out.println(number);
                next++;
                told = false;
            } catch (Problem.Busy e) {
                if (!told) {
                    System.out.println("busy");
                }
                told = true;
            }
        }
    }

    private static long last(PooledDatabase database) {
        return database.platform(c -> Sql.of("select coalesce(max(n), 0) from flywheel.proof")
                .first(c, row -> row.getLong(1))
                .orElseThrow());
    }
}
