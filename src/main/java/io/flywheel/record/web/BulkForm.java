package io.flywheel.record.web;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import io.flywheel.record.bulk.BulkAction;
import io.flywheel.record.bulk.BulkJob;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body that asks for bulk work: {@code {action, ids | where, values?, expected?}}.
 *
 * @param ids empty where a condition says which
 */
record BulkForm(BulkJob.Wish wish, List<UUID> ids, @Nullable Integer expected) {
    private static final Set<String> KNOWN = Set.of("action", "ids", "where", "values", "expected");
    private static final int MOST = 10_000;

    /** @throws Problem.Invalid with everything that is wrong with it */
    static BulkForm read(String object, JsonNode body) {
        if (!body.isObject() || !KNOWN.containsAll(body.propertyNames())) {
            throw new Problem.Malformed("record.bulk-body", Map.of());
        }
        Faults faults = new Faults();
        BulkAction action = BulkAction.of(body.path("action").asString("")).orElseGet(() -> {
            faults.add("action", "record.bulk-action-unknown");
            return BulkAction.CHANGE;
        });
        String where = where(body, action, faults);
        List<UUID> ids = where == null ? ids(body.path("ids"), faults) : List.of();
        ObjectNode values = values(body, action, faults);
        Integer expected = expected(body.get("expected"), faults);
        faults.refuse();
        return new BulkForm(new BulkJob.Wish(object, action, values, where), ids, expected);
    }

    /** Null if the records are chosen one by one; an empty condition holds for all. */
    private static @Nullable String where(JsonNode body, BulkAction action, Faults faults) {
        boolean chosen = body.hasNonNull("ids");
        JsonNode where = body.path("where");
        if (chosen == where.isString()) {
            faults.add("ids", "record.bulk-which");
            return null;
        }
        if (chosen) {
            return null;
        }
        if (action == BulkAction.RESTORE) {
            faults.add("where", "record.bulk-restore-by-ids");
        }
        return where.asString().isBlank() ? "true" : where.asString();
    }

    private static List<UUID> ids(JsonNode given, Faults faults) {
        if (!given.isArray() || given.isEmpty() || given.size() > MOST) {
            if (!given.isMissingNode() && !given.isNull()) {
                faults.add(Fault.of("ids", "record.bulk-ids-count", "given", given.size(), "most", MOST));
            }
            return List.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                ids.add(UUID.fromString(given.get(i).asString("")));
            } catch (IllegalArgumentException e) {
                faults.add("ids[" + i + "]", "record.not-an-id");
            }
        }
        return List.copyOf(ids);
    }

    private static ObjectNode values(JsonNode body, BulkAction action, Faults faults) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        boolean gives = action == BulkAction.CHANGE || action == BulkAction.TRANSFER;
        if (body.get("values") instanceof ObjectNode values && gives == !values.isEmpty()) {
            return values;
        }
        if (gives) {
            faults.add("values", "record.bulk-no-values");
        } else if (body.hasNonNull("values")) {
            faults.add("values", "record.bulk-values-unasked");
        }
        return none;
    }

    private static @Nullable Integer expected(@Nullable JsonNode given, Faults faults) {
        if (given == null || given.isNull()) {
            return null;
        }
        if (!given.isInt() || given.intValue() < 0) {
            faults.add("expected", "record.bulk-expected");
            return null;
        }
        return given.intValue();
    }
}
