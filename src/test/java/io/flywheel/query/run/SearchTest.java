package io.flywheel.query.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.access.RowScope;
import io.flywheel.query.SearchTerms;
import io.flywheel.query.json.Json;
import io.flywheel.query.search.Searching;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final World world = new World();
    private final UUID ann = world.insert("member", Map.of("name", "Ann"));
    private final UUID company = put("company", "华夏飞轮科技集团");
    private final UUID deal = put("deal", "飞轮采购项目");

    private UUID put(String object, String name) {
        UUID id = world.insert(object, Map.of("name", name, "owner", ann));
        world.run(
                "insert into {s}.sys_search (object, record, title, terms) values (?, ?, ?, ?::tsvector)",
                object,
                id,
                name,
                SearchTerms.vector(List.of(name)));
        return id;
    }

    private String found(String words) {
        Json json = new Json();
        new Searching(same -> world.catalog, world.reads).write(world.actor, words, 20, json);
        return json.shown();
    }

    @Test
    void findsRecordsOfEveryObjectShortestTitleFirst() {
        assertThat(found("飞轮"))
                .isEqualTo("{\"records\":[{\"object\":\"deal\",\"id\":\"" + deal
                        + "\",\"title\":\"飞轮采购项目\"},{\"object\":\"company\",\"id\":\"" + company
                        + "\",\"title\":\"华夏飞轮科技集团\"}]}");
        assertThat(found("没有")).isEqualTo("{\"records\":[]}");
        assertThat(found("")).isEqualTo("{\"records\":[]}");
    }

    @Test
    void findsNothingOutOfScopeHiddenOrDeleted() {
        world.scopes.put("company", new RowScope.Owners(Set.of(UUID.randomUUID()), List.of()));
        assertThat(found("飞轮")).doesNotContain("company").contains("deal");
        world.hidden.put("deal", Set.of("name"));
        assertThat(found("飞轮")).isEqualTo("{\"records\":[]}");
        world.scopes.clear();
        world.hidden.clear();
        world.run("update {s}.company set deleted_at = now()");
        assertThat(found("飞轮")).doesNotContain("company").contains("deal");
    }
}
