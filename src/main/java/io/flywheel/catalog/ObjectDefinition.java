package io.flywheel.catalog;

import io.flywheel.kernel.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A kind of record: its fields and what holds for them. Its name is its table's name.
 *
 * @param fields by name, in their order, those of its facilities after its own, the system fields (id, version,
 *     created_at, created_by, updated_at, updated_by) last, retired ones left out
 * @param retired fields that were taken out of use: their columns and values are kept, and they can be restored
 * @param roles which field plays which part: {@code title}, {@code owner}, {@code amount}, {@code stage},
 *     {@code closed} … → field name
 * @param unique sets of fields whose values together are unique, beside the fields that are unique alone
 * @param indexes sets of fields that lists filter by (first) and sort by (last)
 * @param summaries sums over all records that every write keeps
 * @param facilities name → settings, as checked by the facility
 */
public record ObjectDefinition(
        String name,
        Label label,
        Label plural,
        @Nullable String icon,
        Map<String, FieldDefinition> fields,
        Map<String, FieldDefinition> retired,
        Map<String, String> roles,
        List<List<String>> unique,
        List<List<String>> indexes,
        List<Summary> summaries,
        List<Rule> rules,
        Map<String, JsonNode> facilities,
        boolean system) {

    /** @param by what the records are grouped by; {@code sums}: the fields that are summed, beside their number */
    public record Summary(List<String> by, List<String> sums) {}

    /** @param check must hold (or be null); {@code refuses}: a warning otherwise */
    public record Rule(
            String name,
            String check,
            Label message,
            boolean refuses,
            @Nullable String field) {}

    public Optional<FieldDefinition> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The field that plays a part, if any does. */
    public Optional<FieldDefinition> role(String role) {
        return Optional.ofNullable(roles.get(role)).map(fields::get);
    }
}
