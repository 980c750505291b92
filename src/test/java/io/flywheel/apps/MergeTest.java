package io.flywheel.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.catalog.Documents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MergeTest {
    private static final JsonNode BASE = yaml("label: Deal\nicon: a\nfields: {name: {length: 100}, size: {digits: 2}}");

    @Test
    void takesTheChangesOfBothSides() {
        Merge.Merged merged = Merge.of(
                BASE,
                yaml("label: 商机\nicon: a\nfields: {name: {length: 100}, size: {digits: 2}, mine: {}}"),
                yaml("label: Deal\nicon: b\nfields: {name: {length: 200}, size: {digits: 2}, theirs: {}}"));
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.document())
                .isEqualTo(yaml(
                        "label: 商机\nicon: b\nfields: {name: {length: 200}, size: {digits: 2}, mine: {}, theirs: {}}"));
    }

    @Test
    void keepsTheCustomersChangeAndReportsThePlace() {
        Merge.Merged merged = Merge.of(
                BASE,
                yaml("label: Deal\nicon: a\nfields: {name: {length: 150}, size: {digits: 2}}"),
                yaml("label: Deal\nicon: a\nfields: {name: {length: 200}, size: {digits: 2}}"));
        assertThat(merged.document().path("fields").path("name").path("length").asInt())
                .isEqualTo(150);
        assertThat(merged.conflicts()).extracting(Merge.Conflict::path).containsExactly("fields.name.length");
    }

    @Test
    void takesOutWhatTheAppTookOutUnlessItWasChanged() {
        Merge.Merged merged = Merge.of(
                BASE,
                yaml("label: Deal\nicon: mine\nfields: {name: {length: 100}, size: {digits: 2}}"),
                yaml("label: Deal\nfields: {name: {length: 100}}"));
        assertThat(merged.document().path("fields").has("size")).isFalse();
        assertThat(merged.document().path("icon").asString()).isEqualTo("mine");
        assertThat(merged.conflicts()).extracting(Merge.Conflict::path).containsExactly("icon");
    }

    private static JsonNode yaml(String text) {
        return Documents.yaml(text);
    }
}
