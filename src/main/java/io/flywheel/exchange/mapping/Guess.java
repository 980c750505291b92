package io.flywheel.exchange.mapping;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.exchange.file.Columns;
import io.flywheel.exchange.value.Normal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which field a column most likely is, from its name alone: the surest matches are given away first. */
public final class Guess {
    private final ObjectDefinition object;
    private final List<FieldDefinition> fields;

    public Guess(ObjectDefinition object) {
        this.object = object;
        this.fields = object.fields().values().stream().filter(Guess::isGiven).toList();
    }

    /** Whether an import may give the field: it is stored, and no computed or system one. */
    public static boolean isGiven(FieldDefinition field) {
        boolean computed = field.type() instanceof FieldType.Computed || field.type() instanceof FieldType.Lines;
        return !computed && !field.system() && !field.retired();
    }

    /** Column index → field; columns that mean nothing known are left out, no field is given twice. */
    public Map<Integer, FieldDefinition> of(Columns columns) {
        Map<Integer, FieldDefinition> found = new LinkedHashMap<>();
        Set<FieldDefinition> taken = new HashSet<>();
        List<BiPredicate<String, FieldDefinition>> rounds =
                List.of(this::isName, this::isLabel, this::isObjectsTitle, this::isNameOfReference);
        for (BiPredicate<String, FieldDefinition> round : rounds) {
            match(columns, found, taken, round);
        }
        for (int i = 0; i < columns.count(); i++) {
            if (!found.containsKey(i)) {
                Optional<FieldDefinition> meant = meant(columns.names().get(i), taken);
                int column = i;
                meant.ifPresent(field -> {
                    found.put(column, field);
                    taken.add(field);
                });
            }
        }
        return found;
    }

    private void match(
            Columns columns,
            Map<Integer, FieldDefinition> found,
            Set<FieldDefinition> taken,
            BiPredicate<String, FieldDefinition> matches) {
        for (int i = 0; i < columns.count(); i++) {
            String column = Normal.letters(columns.names().get(i));
            for (FieldDefinition field : fields) {
                if (!found.containsKey(i) && !taken.contains(field) && matches.test(column, field)) {
                    found.put(i, field);
                    taken.add(field);
                }
            }
        }
    }

    private boolean isName(String column, FieldDefinition field) {
        return column.equals(Normal.letters(field.name()));
    }

    private boolean isLabel(String column, FieldDefinition field) {
        return column.equals(Normal.letters(field.label().zh()))
                || column.equals(Normal.letters(field.label().en()));
    }

    /** {@code product}, {@code product name} or 产品名称 in a file of products is their title. */
    private boolean isObjectsTitle(String column, FieldDefinition field) {
        boolean title = object.role("title").filter(field::equals).isPresent();
        return title
                && isNameOf(
                        column,
                        object.name(),
                        object.label().zh(),
                        object.label().en());
    }

    /** {@code account name} or 客户名称 is a reference to the account. */
    private boolean isNameOfReference(String column, FieldDefinition field) {
        return field.type() instanceof FieldType.Referring
                && isNameOf(
                        column, field.name(), field.label().zh(), field.label().en());
    }

    private static boolean isNameOf(String column, String... things) {
        for (String thing : things) {
            String letters = Normal.letters(thing);
            if (column.equals(letters) || column.equals(letters + "name") || column.equals(letters + "名称")) {
                return true;
            }
        }
        return false;
    }

    private Optional<FieldDefinition> meant(String column, Set<FieldDefinition> taken) {
        return Words.known().meanings(column).stream()
                .map(meaning -> meaning.startsWith("~") ? object.role(meaning.substring(1)) : object.field(meaning))
                .flatMap(Optional::stream)
                .filter(field -> fields.contains(field) && !taken.contains(field))
                .findFirst();
    }
}
