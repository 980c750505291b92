package io.flywheel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UuidArrayTest extends ProductTest {
    @Autowired
    private Database database;

    /** Five times, since the driver takes another way once it knows a statement. */
    @Test
    void arrivesAsItWasMadeHoweverOftenItIsSent() {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(3_000).toList();
        for (int i = 0; i < 5; i++) {
            assertThat(database.<List<UUID>>platform(connection -> sent(connection, ids)))
                    .isEqualTo(ids);
            assertThat(database.<List<UUID>>platform(connection -> sent(connection, List.of())))
                    .isEmpty();
        }
    }

    private static List<UUID> sent(Connection connection, List<UUID> ids) throws SQLException {
        return Sql.of("select cast(? as uuid[])", UuidArray.of(ids))
                .first(connection, row -> List.of((UUID[]) row.getArray(1).getArray()))
                .orElseThrow();
    }
}
