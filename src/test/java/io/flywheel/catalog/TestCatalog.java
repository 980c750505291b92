package io.flywheel.catalog;

import io.flywheel.catalog.Kinds.Document;
import io.flywheel.catalog.reading.FormKind;
import io.flywheel.catalog.reading.ObjectKind;
import io.flywheel.catalog.reading.ViewKind;
import io.flywheel.kernel.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A catalogue out of YAML, without a database: {@code new TestCatalog().object("deal", "label: …").catalog()}.
 * {@link #app} takes the objects and views of a packaged app.
 */
public final class TestCatalog {
    private final List<Document> documents = new ArrayList<>();
    private final List<DefinitionKind<?>> kinds = new ArrayList<>();
    private final List<Facility<?>> facilities = new ArrayList<>();

    public TestCatalog() {
        kinds.add(new ViewKind());
        kinds.add(new FormKind());
    }

    public TestCatalog kind(DefinitionKind<?> kind) {
        kinds.add(kind);
        return this;
    }

    public TestCatalog facility(Facility<?> facility) {
        facilities.add(facility);
        return this;
    }

    public TestCatalog object(String name, String yaml) {
        return definition("object", name, yaml);
    }

    public TestCatalog definition(String kind, String name, String yaml) {
        documents.add(new Document(kind, name, Documents.yaml(yaml)));
        return this;
    }

    /** The definitions in {@code apps/<app>} whose kinds are known here. */
    public TestCatalog app(String app) {
        for (String kind : List.of("object", "view", "form", "role", "metric", "scorecard")) {
            Path folder = Path.of("apps", app, kind + "s");
            if (Files.isDirectory(folder)
                    && (kind.equals("object")
                            || kinds.stream().anyMatch(one -> one.name().equals(kind)))) {
                folder(kind, folder);
            }
        }
        return this;
    }

    private void folder(String kind, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".yaml", "");
                definition(kind, name, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Kinds kinds() {
        List<DefinitionKind<?>> all = new ArrayList<>(kinds);
        all.add(new ObjectKind(new Facilities(facilities)));
        return new Kinds(all);
    }

    /** Read, not checked. */
    public Catalog catalog() {
        Faults faults = new Faults();
        Catalog catalog = kinds().catalog(1, documents, faults);
        faults.refuse();
        return catalog;
    }

    /** Read and checked: all faults. */
    public Faults faults() {
        Faults faults = new Faults();
        Kinds all = kinds();
        Catalog catalog = all.catalog(1, documents, faults);
        all.check(catalog, faults);
        return faults;
    }
}
