package io.flywheel.query.search;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.query.SearchTerms;
import io.flywheel.query.json.Json;
import io.flywheel.query.plan.Kind;
import io.flywheel.query.plan.Output;
import io.flywheel.query.run.Reads;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds records of every object by words, within what the actor may see. */
@Component
public class Searching {
    private static final byte[] RECORDS = "{\"records\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "]}".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 100;
    private static final List<Output> OUTPUTS =
            List.of(Output.of("object", Kind.TEXT, 1), Output.of("id", Kind.ID, 2), Output.of("title", Kind.TEXT, 3));

    private final Catalogs catalogs;
    private final Reads reads;

    public Searching(Catalogs catalogs, Reads reads) {
        this.catalogs = catalogs;
        this.reads = reads;
    }

    /** Writes the records that hold all words, best first: object, id and title of each. */
    public void write(Actor actor, String words, int limit, Json json) {
        if (limit < 1 || limit > MOST) {
            throw new Problem.Invalid(Fault.of("limit", "query.limit-out-of-range", "most", MOST));
        }
        json.raw(RECORDS);
        String question = SearchTerms.question(words);
        if (question != null) {
            find(actor, question, words.strip(), limit, json);
        }
        json.raw(END);
    }

    private void find(Actor actor, String question, String words, int limit, Json json) {
        Catalog catalog = catalogs.of(actor.workspace());
        reads.rows(
                actor,
                rights -> SearchPlan.of(actor.workspace(), catalog, rights, limit),
                List.of(question, words),
                OUTPUTS,
                json);
    }
}
