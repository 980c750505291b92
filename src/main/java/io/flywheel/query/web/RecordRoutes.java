package io.flywheel.query.web;

import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.query.Selection;
import io.flywheel.query.json.Json;
import io.flywheel.query.run.Groups;
import io.flywheel.query.run.Lists;
import io.flywheel.query.run.Singles;
import io.flywheel.query.search.Searching;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reading over HTTP: lists, single records, aggregates and search. */
@Component
class RecordRoutes implements RouteSource {
    private static final int OK = 200;

    private final Lists lists;
    private final Singles singles;
    private final Groups groups;
    private final Searching searching;
    private final JsonMapper mapper;

    RecordRoutes(Lists lists, Singles singles, Groups groups, Searching searching, JsonMapper mapper) {
        this.lists = lists;
        this.singles = singles;
        this.groups = groups;
        this.searching = searching;
        this.mapper = mapper;
    }

    @Override
    public void add(Routes routes) {
        routes.get("/api/objects/{object}/records", this::list)
                .get("/api/objects/{object}/records/{id}", this::one)
                .post("/api/query", this::group)
                .get("/api/search", this::search);
    }

    private void list(Call call) throws IOException {
        Json json = new Json();
        lists.write(call.actor(), Asked.selection(call), json);
        call.send(OK, json.array(), json.length());
    }

    private void one(Call call) throws IOException {
        Asked.refuseUnknown(call, List.of("fields"));
        Json json = new Json();
        List<String> fields = Selection.names(call.parameter("fields"));
        int version = singles.write(call.actor(), call.variable("object"), Asked.id(call), fields, json);
        call.etag(version);
        call.send(OK, json.array(), json.length());
    }

    private void group(Call call) throws IOException {
        Json json = new Json();
        groups.write(call.actor(), AskedGrouping.of(mapper.readTree(call.json())), json);
        call.send(OK, json.array(), json.length());
    }

    private void search(Call call) throws IOException {
        Asked.refuseUnknown(call, List.of("q", "limit"));
        Json json = new Json();
        String words = call.parameter("q");
        searching.write(call.actor(), words == null ? "" : words, Asked.number(call.parameter("limit"), 20), json);
        call.send(OK, json.array(), json.length());
    }
}
