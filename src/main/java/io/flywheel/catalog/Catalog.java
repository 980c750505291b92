package io.flywheel.catalog;

import io.flywheel.catalog.compiling.Computations;
import io.flywheel.catalog.compiling.Ledgers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All that is published in one workspace at one moment: immutable, cached, shared. */
public final class Catalog {
    public static final String OBJECT = "object";
    public static final String VIEW = "view";
    public static final String FORM = "form";

    private final long version;
    private final Map<String, Map<String, Object>> definitions;
    private final Set<FieldName> filling;
    private final Map<String, Map<String, ComputedField>> computed = new ConcurrentHashMap<>();
    private final Map<String, List<Ledger>> ledgers = new ConcurrentHashMap<>();

    /**
     * @param version grows with every publication; a key for everything compiled from it
     * @param definitions kind → name → what the kind read from the document
     */
    public Catalog(long version, Map<String, Map<String, Object>> definitions) {
        this(version, definitions, Set.of());
    }

    /** @param filling stored computed fields whose columns, and ledgers which, do not yet hold the older records */
    public Catalog(long version, Map<String, Map<String, Object>> definitions, Set<FieldName> filling) {
        this.version = version;
        this.definitions = definitions;
        this.filling = Set.copyOf(filling);
    }

    /** A field of an object. */
    public record FieldName(String object, String field) {}

    public long version() {
        return version;
    }

    public Map<String, Map<String, Object>> definitions() {
        return definitions;
    }

    public Set<FieldName> filling() {
        return filling;
    }

    public Optional<ObjectDefinition> object(String name) {
        return find(OBJECT, name, ObjectDefinition.class);
    }

    public Map<String, ObjectDefinition> objects() {
        return all(OBJECT, ObjectDefinition.class);
    }

    /** One definition of any kind, as that kind's own type. */
    public <T> Optional<T> find(String kind, String name, Class<T> type) {
        return Optional.ofNullable(definitions.getOrDefault(kind, Map.of()).get(name))
                .map(type::cast);
    }

    /** All of a kind, by name. */
    @SuppressWarnings("unchecked") // a kind's map holds only what the kind's reader made
    public <T> Map<String, T> all(String kind, Class<T> type) {
        return (Map<String, T>) (Map<String, ?>) definitions.getOrDefault(kind, Map.of());
    }

    /**
     * The formulas and roll-ups of an object by name, checked once per catalogue, in an order in which each comes
     * after those of the same object that it reads. Empty if there is no such object.
     */
    public Map<String, ComputedField> computed(String object) {
        return computed.computeIfAbsent(object, name -> Computations.of(this, name));
    }

    /** The ledgers that every write of an object keeps, one for each of its summaries. */
    public List<Ledger> ledgers(String object) {
        return ledgers.computeIfAbsent(object, name -> Ledgers.of(this, name));
    }

    /** Whether a ledger already holds what was there before it. */
    public boolean filled(Ledger ledger) {
        return !filling.contains(ledger.name());
    }

    /** Where the values of a field are to be found; ON_READ for lines. */
    public Storage storage(ObjectDefinition object, FieldDefinition field) {
        return switch (field.type()) {
            case FieldType.Lines ignored -> Storage.ON_READ;
            case FieldType.Formula ignored -> storageOfComputed(object, field);
            case FieldType.RollUp ignored -> storageOfComputed(object, field);
            case FieldType ignored -> Storage.COLUMN;
        };
    }

    /** Whether a field has a column, which every write keeps up to date. */
    public boolean stored(ObjectDefinition object, FieldDefinition field) {
        return storage(object, field) != Storage.ON_READ;
    }

    private Storage storageOfComputed(ObjectDefinition object, FieldDefinition field) {
        ComputedField known = computed(object.name()).get(field.name());
        return known == null ? Storage.ON_READ : known.storage();
    }
}
