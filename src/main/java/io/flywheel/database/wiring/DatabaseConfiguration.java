package io.flywheel.database.wiring;

import io.flywheel.database.pool.PooledDatabase;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database before anything that needs it, and closes it after. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    Server databaseServer(ObjectProvider<EarlyServer.Opening> opening, DatabaseSettings settings) {
        EarlyServer.Opening begun = opening.getIfAvailable();
        return begun == null ? Server.open(settings) : begun.server();
    }

    @Bean(destroyMethod = "close")
    PooledDatabase database(Server server, DatabaseSettings settings) {
        return new PooledDatabase(server.address(), settings.database().connections());
    }

    /** For libraries: jobs and health. Its closing is the database's. */
    @Bean(destroyMethod = "")
    DataSource platformSource(PooledDatabase database) {
        return database.platformSource();
    }
}
