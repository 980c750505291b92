package io.flywheel.catalog.planning;

import io.flywheel.catalog.Ledger;
import io.flywheel.kernel.Label;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a publication does to tables and values. */
public sealed interface Change {
    String object();

    /** The code of its words, and what they name. */
    String code();

    Map<String, Object> arguments();

    record CreateTable(String object, Label label, List<Column> columns, List<Index> indexes) implements Change {
        @Override
        public String code() {
            return "catalog.plan-create-table";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("label", label, "columns", columns.size());
        }
    }

    record AddColumn(String object, Label label, Column column, long rows) implements Change {
        @Override
        public String code() {
            return "catalog.plan-add-column";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("field", label, "rows", rows);
        }
    }

    /** A column that no definition ever knew: left behind by a publication that did not come to its end. */
    record DropStrayColumn(String object, String column) implements Change {
        @Override
        public String code() {
            return "catalog.plan-drop-stray-column";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("column", column);
        }
    }

    /** @param aside built without holding up writes, because the table is large */
    record AddIndex(String object, Index index, long rows, boolean aside) implements Change {
        @Override
        public String code() {
            return index.unique() ? "catalog.plan-add-unique" : "catalog.plan-add-index";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("fields", String.join(", ", index.columns()), "rows", rows);
        }
    }

    record DropIndex(String object, String index) implements Change {
        @Override
        public String code() {
            return "catalog.plan-drop-index";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("object", object);
        }
    }

    /** Values of older records are computed in the background; until then each reading computes them. */
    record Fill(String object, String field, Label label, long rows) implements Change {
        @Override
        public String code() {
            return "catalog.plan-fill";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("field", label, "rows", rows);
        }
    }

    record CreateLedger(String object, Ledger ledger, List<Column> columns) implements Change {
        /** What creates it, unless it stands already: a summary may come back before its table went. */
        public List<String> statements(String schema) {
            return LedgerShape.statements(schema, this);
        }

        @Override
        public String code() {
            return "catalog.plan-create-summary";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("fields", String.join(", ", ledger.keys()));
        }
    }

    /** Its table goes when nobody can be using it any more. */
    record DropLedger(String object, Ledger ledger) implements Change {
        @Override
        public String code() {
            return "catalog.plan-drop-summary";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("fields", String.join(", ", ledger.keys()));
        }
    }

    record RetireField(String object, String field, Label label, long rows) implements Change {
        @Override
        public String code() {
            return "catalog.plan-retire-field";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("field", label, "rows", rows);
        }
    }

    record RestoreField(String object, String field, Label label, long rows) implements Change {
        @Override
        public String code() {
            return "catalog.plan-restore-field";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("field", label, "rows", rows);
        }
    }

    record RetireObject(String object, Label label, long rows) implements Change {
        @Override
        public String code() {
            return "catalog.plan-retire-object";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("label", label, "rows", rows);
        }
    }

    /** The field it is about, if it is about one. */
    default @Nullable String named() {
        return switch (this) {
            case AddColumn add -> add.column().name();
            case Fill fill -> fill.field().startsWith(Ledger.PREFIX) ? null : fill.field();
            case RetireField retire -> retire.field();
            case RestoreField restore -> restore.field();
            case CreateTable ignored -> null;
            case DropStrayColumn ignored -> null;
            case AddIndex ignored -> null;
            case CreateLedger ignored -> null;
            case DropLedger ignored -> null;
            case DropIndex ignored -> null;
            case RetireObject ignored -> null;
        };
    }
}
