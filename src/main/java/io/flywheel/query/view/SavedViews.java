package io.flywheel.query.view;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Definitions;
import io.flywheel.catalog.Kinds;
import io.flywheel.catalog.ViewDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Selection;
import io.flywheel.query.run.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The saved views of an object for one member: the shared ones, then the member's own. */
@Component
public final class SavedViews {
    private static final String OBJECT = "object";

    private final ViewRows rows;
    private final Definitions definitions;
    private final Kinds kinds;
    private final Lists lists;

    SavedViews(ViewRows rows, Definitions definitions, Kinds kinds, Lists lists) {
        this.rows = rows;
        this.definitions = definitions;
        this.kinds = kinds;
        this.lists = lists;
    }

    /**
     * @param name of a shared one the name of its definition, of one's own its id
     * @param faults what the member cannot read of it: fields that were renamed, or are out of sight
     */
    public record Saved(String name, boolean mine, int version, JsonNode document, List<Fault> faults) {}

    /** @throws Problem.NotFound if the member sees no such object */
    public List<Saved> of(Actor actor, String object) {
        lists.refuseUnseen(actor, object);
        List<Saved> all = new ArrayList<>();
        definitions.all(actor.workspace()).stream()
                .filter(one -> one.kind().equals(Catalog.VIEW) && one.published())
                .forEach(one -> add(actor, object, one.name(), false, one.version(), one.document(), all));
        rows.of(actor, object)
                .forEach(own -> add(actor, object, own.id().toString(), true, own.version(), own.document(), all));
        return all;
    }

    private void add(
            Actor actor,
            String object,
            String name,
            boolean mine,
            int version,
            @Nullable JsonNode document,
            List<Saved> all) {
        if (document != null && document.path(OBJECT).asString("").equals(object)) {
            all.add(new Saved(name, mine, version, document, faults(actor, document)));
        }
    }

    /**
     * Keeps a view for the member; no right to publish is needed.
     *
     * @throws Problem.Invalid with every fault of the document, names that are out of the member's sight too
     */
    public KeptView keep(Actor actor, JsonNode document) {
        refuse(faults(actor, document));
        UUID id = Ids.next();
        if (!rows.add(actor, id, document.path(OBJECT).asString(), document)) {
            throw new Problem.Invalid(Fault.of("", "query.too-many-views"));
        }
        return new KeptView(id, 1, document);
    }

    /**
     * Changes the properties given; null takes one out.
     *
     * @param expected the version that the member saw, null for any
     */
    public KeptView change(Actor actor, UUID id, @Nullable Integer expected, JsonNode properties) {
        KeptView before = rows.one(actor, id).orElseThrow(() -> none(id));
        if (!properties.isObject()) {
            throw new Problem.Invalid(Fault.of("", "catalog.not-a-document"));
        }
        ObjectNode after = (ObjectNode) before.document().deepCopy();
        properties.properties().forEach(one -> set(after, one.getKey(), one.getValue()));
        if (!after.path(OBJECT).equals(before.document().path(OBJECT))) {
            throw new Problem.Invalid(Fault.of(OBJECT, "query.view-of-one-object"));
        }
        refuse(faults(actor, after));
        boolean current = expected == null || expected == before.version();
        if (!current || !rows.change(actor, id, before.version(), after)) {
            throw new Problem.Conflict("query.view-changed", Map.of("id", id));
        }
        return new KeptView(id, before.version() + 1, after);
    }

    public void remove(Actor actor, UUID id) {
        if (!rows.remove(actor, id)) {
            throw none(id);
        }
    }

    private static void set(ObjectNode document, String property, JsonNode value) {
        if (value.isNull()) {
            document.remove(property);
        } else {
            document.set(property, value);
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Problem.Invalid(faults);
        }
    }

    private static Problem.NotFound none(UUID id) {
        return new Problem.NotFound("query.no-such-view", Map.of("id", id));
    }

    /** Read as a definition is, then compiled as the list that it asks for, within what the member sees. */
    private List<Fault> faults(Actor actor, JsonNode document) {
        Faults faults = new Faults();
        Optional<Object> read = kinds.read(new Kinds.Document(Catalog.VIEW, "own", document), faults);
        if (!faults.isEmpty() || read.isEmpty()) {
            return faults.list();
        }
        return lists.faults(actor, asked((ViewDefinition) read.get())).stream()
                .map(SavedViews::ofView)
                .toList();
    }

    private static Selection asked(ViewDefinition view) {
        List<Selection.Order> order = view.order().stream()
                .map(key -> new Selection.Order(key.startsWith("-") ? key.substring(1) : key, key.startsWith("-")))
                .toList();
        return new Selection(view.object(), view.where(), order, view.columns(), 1, null, Selection.Count.NONE);
    }

    /** What a list calls fields are the columns of a view. */
    private static Fault ofView(Fault fault) {
        return fault.path().startsWith("fields")
                ? new Fault("columns" + fault.path().substring("fields".length()), fault.code(), fault.arguments())
                : fault;
    }
}
