package io.flywheel.catalog;

import io.flywheel.catalog.reading.FormKind;
import io.flywheel.catalog.reading.ObjectKind;
import io.flywheel.catalog.reading.ViewKind;
import io.flywheel.catalog.running.Finishing;
import io.flywheel.catalog.running.PublishedCatalogs;
import io.flywheel.catalog.running.Publishing;
import io.flywheel.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the catalogue together from what the modules contribute. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    Facilities facilities(ObjectProvider<Facility<?>> all) {
        return new Facilities(all.stream().toList());
    }

    @Bean
    ObjectKind objectKind(Facilities facilities) {
        return new ObjectKind(facilities);
    }

    @Bean
    ViewKind viewKind() {
        return new ViewKind();
    }

    @Bean
    FormKind formKind() {
        return new FormKind();
    }

    @Bean
    Kinds kinds(List<DefinitionKind<?>> all) {
        return new Kinds(all);
    }

    @Bean
    PublishedCatalogs catalogs(Database database, Kinds kinds) {
        return new PublishedCatalogs(database, kinds);
    }

    @Bean
    Finishing finishing(Database database, PublishedCatalogs catalogs) {
        Finishing finishing = new Finishing(database, catalogs, Duration.ofSeconds(2));
        catalogs.whenLoaded(finishing::loaded);
        return finishing;
    }

    @Bean
    Definitions definitions(Database database, Clock clock) {
        return new Definitions(database, clock);
    }

    @Bean
    Publications publications(
            Database database, Kinds kinds, PublishedCatalogs catalogs, Finishing finishing, Clock clock) {
        return new Publishing(database, kinds, catalogs, finishing, clock);
    }
}
