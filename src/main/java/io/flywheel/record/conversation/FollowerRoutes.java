package io.flywheel.record.conversation;

import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.query.Queries;
import io.flywheel.query.Titles;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who follows a record; everybody begins and ends it for himself. */
@Component
final class FollowerRoutes implements RouteSource {
    static final String ALL = "/api/objects/{object}/records/{id}/followers";
    /** Named in an answer; all are counted. */
    private static final int NAMED = 100;

    private final Ground ground;
    private final Followers followers;
    private final Queries queries;
    private final Catalogs catalogs;
    private final ObjectMapper json;

    FollowerRoutes(Ground ground, Followers followers, Queries queries, Catalogs catalogs, ObjectMapper json) {
        this.ground = ground;
        this.followers = followers;
        this.queries = queries;
        this.catalogs = catalogs;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.get(ALL, call -> answer(call, ground.of(call)))
                .put(ALL, call -> choose(call, true))
                .delete(ALL, call -> choose(call, false));
    }

    private void choose(Call call, boolean follows) throws IOException {
        Ground.Place place = ground.of(call);
        followers.choose(
                place.actor().workspace(),
                place.object().name(),
                place.record(),
                place.actor().member(),
                follows);
        answer(call, place);
    }

    private void answer(Call call, Ground.Place place) throws IOException {
        Set<UUID> all = followers.of(place.actor().workspace(), place.object(), place.record());
        List<UUID> named = all.stream().limit(NAMED).toList();
        Titles titles = new Titles(queries, catalogs.of(place.actor().workspace()), place.actor());
        named.forEach(member -> titles.want(SystemObjects.MEMBER, member.toString()));
        ObjectNode answer = json.createObjectNode()
                .put("following", all.contains(place.actor().member()))
                .put("count", all.size());
        answer.set("followers", new CommentNodes(json, titles, place.actor().member()).people(named));
        call.send(200, json.writeValueAsBytes(answer));
    }
}
