package io.flywheel.apps;

import io.flywheel.catalog.Kinds.Document;
import io.flywheel.kernel.Label;
import java.util.List;

/**
 * A packaged app: a folder of definitions.
 *
 * @param version compared for equality only
 * @param requires names of apps that must be installed with it
 */
public record App(
        String name, Label label, Label description, String version, List<String> requires, List<Document> documents) {}
