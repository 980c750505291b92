package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RowScope;
import io.flywheel.hostile.Staff.Reach;
import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.identity.ApiKeys;
import io.flywheel.identity.Identities;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A scope of most members is asked by the few who are not in it: every way of asking must answer as the plain list of
 * owners does, for random trees of teams and managers, while people move, leave and are deleted.
 */
class MostMembersTest extends HostileTest {
    private static final int MEMBERS = 280;
    private static final int TEAMS = 24;
    private static final int THINGS = 900;

    @Autowired
    ApiKeys keys;

    @Autowired
    Identities identities;

    @Autowired
    Access access;

    private final Staff staff = new Staff();
    private Visitor boss = Visitor.at(0);
    private Random random = new Random();

    private record Viewer(UUID member, Reach reach, Visitor visitor) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areAnsweredAsAListOfThemWouldBe(long seed) {
        random = new Random(seed);
        boss = owner();
        roles();
        people();
        things();
        UUID founder = actor(null).member();
        List<UUID> ids = staff.members.keySet().stream()
                .filter(id -> !id.equals(founder))
                .sorted()
                .toList();
        UUID top = ids.getFirst();
        List<Viewer> viewers = new ArrayList<>();
        for (UUID member : List.of(top, ids.get(1), ids.get(40), ids.getLast())) {
            for (Reach reach : Reach.values()) {
                viewers.add(viewer(member, reach));
            }
        }
        assertThat(scope(top, Reach.TEAM_AND_BELOW)).as("seed " + seed).satisfies(MostMembersTest::namesTheOthers);
        assertThat(scope(top, Reach.OWN_AND_REPORTS)).as("seed " + seed).satisfies(MostMembersTest::namesTheOthers);
        viewers.forEach(viewer -> agrees(viewer, seed));
        for (int round = 0; round < 2; round++) {
            disturb(ids);
            viewers.forEach(viewer -> agrees(viewer, seed));
        }
    }

    private static void namesTheOthers(RowScope scope) {
        assertThat(((RowScope.Owners) scope).others()).isNotEmpty();
    }

    private RowScope scope(UUID member, Reach reach) {
        give(member, reach);
        return access.on(actor(member), "thing").scope(Right.SEE);
    }

    private void roles() {
        for (Reach reach : Reach.values()) {
            String name = reach.name().toLowerCase(Locale.ROOT);
            publish("role", name, """
                    label: {zh: 角色, en: Role}
                    objects:
                      "*": {rights: [see], scope: all}
                      thing: {rights: [see, create, change, delete, export], scope: %s}
                    """.formatted(name));
        }
        publish("metric", "worth", """
                label: {zh: 价值, en: Worth}
                description: {zh: 金额合计, en: Sum of amounts}
                object: thing
                measure: sum(amount)
                date: day
                member: owner
                unit: money
                digits: 2
                """);
    }

    private void publish(String kind, String name, String document) {
        Answer answer = boss.send(
                "PUT", "/api/definitions/" + kind + "/" + name, yaml(document).toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private Actor actor(@Nullable UUID member) {
        String token = boss.headers().getOrDefault("Authorization", "").replace("Bearer ", "");
        Actor founder = identities.of(token).orElseThrow().actor(Language.EN);
        return member == null ? founder : new Actor(founder.workspace(), member, Language.EN);
    }

    private void give(UUID member, Reach reach) {
        Answer given = boss.send(
                "PUT",
                "/api/members/" + member + "/roles",
                "{\"roles\":[\"" + reach.name().toLowerCase(Locale.ROOT) + "\"]}");
        assertThat(given.status()).as(given.raw().body()).isEqualTo(200);
    }

    private Viewer viewer(UUID member, Reach reach) {
        return new Viewer(
                member,
                reach,
                Visitor.at(port)
                        .bearing(keys.create(actor(member), "test", null).secret()));
    }

    private void people() {
        List<UUID> teams = new ArrayList<>();
        for (int i = 0; i < TEAMS; i++) {
            UUID parent = i == 0 || i == 5 ? null : teams.get(i < 5 ? 0 : random.nextInt(i));
            teams.add(UUID.randomUUID());
            staff.teams.put(teams.get(i), parent);
        }
        sendAll(
                "team",
                teams.stream().map(id -> json("id", id, "name", "t" + id)).toList());
        changeAll(
                "team",
                teams.stream()
                        .map(id -> json("id", id, "parent", staff.teams.get(id)))
                        .toList());
        staff.members.put(actor(null).member(), new Staff.Person("founder", null, null, false));
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            UUID id = new UUID(i, random.nextLong());
            UUID team = i == 0 ? teams.getFirst() : random.nextInt(12) == 0 ? null : inTree(teams);
            UUID manager =
                    i == 0 || i > 12 && random.nextInt(30) == 0 ? null : all.get(random.nextInt(Math.min(i, 12)));
            staff.members.put(id, new Staff.Person("m" + i, team, manager, false));
            all.add(id);
        }
        sendAll("member", all.stream().map(this::json).toList());
        changeAll(
                "member",
                all.stream()
                        .map(id -> json(
                                "id",
                                id,
                                "manager",
                                Objects.requireNonNull(staff.members.get(id)).manager()))
                        .toList());
    }

    /** Most are in the first tree. */
    private UUID inTree(List<UUID> teams) {
        return random.nextInt(10) < 8 ? teams.get(random.nextInt(5)) : teams.get(random.nextInt(TEAMS));
    }

    private String json(UUID member) {
        Staff.Person person = Objects.requireNonNull(staff.members.get(member));
        return json("id", member, "name", person.name(), "team", person.team());
    }

    private void things() {
        List<UUID> owners = staff.members.keySet().stream().sorted().toList();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < THINGS; i++) {
            UUID owner = random.nextInt(25) == 0 ? null : owners.get(random.nextInt(owners.size()));
            ids.add(UUID.randomUUID());
            staff.things.put(ids.get(i), new Staff.Thing("thing" + i + "x", owner, 1 + random.nextInt(1000)));
        }
        sendAll(
                "thing",
                ids.stream()
                        .map(id -> {
                            Staff.Thing thing = Objects.requireNonNull(staff.things.get(id));
                            return json(
                                    "id",
                                    id,
                                    "name",
                                    thing.name(),
                                    "owner",
                                    thing.owner(),
                                    "amount",
                                    thing.amount(),
                                    "day",
                                    "2026-05-05");
                        })
                        .toList());
        String ownerless = ids.stream()
                .filter(id -> Objects.requireNonNull(staff.things.get(id)).owner() == null)
                .map(id -> "{\"id\":\"" + id + "\",\"owner\":null}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(boss.patch(RECORDS, ownerless).status()).isEqualTo(200);
    }

    private void sendAll(String object, List<String> records) {
        Answer answer = boss.post("/api/objects/" + object + "/records", "[" + String.join(",", records) + "]");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private void changeAll(String object, List<String> records) {
        List<String> telling =
                records.stream().filter(record -> record.contains(",")).toList();
        Answer answer = boss.patch("/api/objects/" + object + "/records", "[" + String.join(",", telling) + "]");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private static String json(@Nullable Object... fieldsAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            if (fieldsAndValues[i + 1] != null) {
                pairs.add("\"" + fieldsAndValues[i] + "\":\"" + fieldsAndValues[i + 1] + "\"");
            }
        }
        return "{" + String.join(",", pairs).replaceAll("\"amount\":\"(\\d+)\"", "\"amount\":$1") + "}";
    }

    /** Somebody moves, leaves, is set inactive, is deleted; a team goes below another. */
    private void disturb(List<UUID> ids) {
        List<UUID> teams = List.copyOf(staff.teams.keySet());
        for (UUID member : Staff.some(new HashSet<>(ids.subList(2, MEMBERS - 2)), 8, random)) {
            Staff.Person person = Objects.requireNonNull(staff.members.get(member));
            if (person.deleted() || member.equals(ids.get(40))) {
                continue;
            }
            String path = "/api/objects/member/records/" + member;
            switch (random.nextInt(4)) {
                case 0 -> {
                    assertThat(boss.delete(path).status()).isEqualTo(204);
                    staff.members.put(member, new Staff.Person(person.name(), person.team(), person.manager(), true));
                }
                case 1 ->
                    assertThat(boss.patch(path, "{\"active\":false}").status()).isEqualTo(200);
                default -> {
                    UUID team = random.nextInt(4) == 0 ? null : teams.get(random.nextInt(TEAMS));
                    assertThat(boss.patch(path, "{\"team\":" + (team == null ? null : "\"" + team + "\"") + "}")
                                    .status())
                            .isEqualTo(200);
                    staff.members.put(member, new Staff.Person(person.name(), team, person.manager(), false));
                }
            }
        }
    }

    private void agrees(Viewer viewer, long seed) {
        String about = "seed " + seed + " " + viewer.member + " " + viewer.reach;
        give(viewer.member, viewer.reach);
        Map<UUID, Staff.Thing> visible = staff.visible(viewer.reach, viewer.member);
        Set<UUID> unseen = new HashSet<>(staff.things.keySet());
        unseen.removeAll(visible.keySet());
        assertThat(listed(viewer.visitor, "name")).as(about).isEqualTo(visible.keySet());
        assertThat(listed(viewer.visitor, "-created_at")).as(about).isEqualTo(visible.keySet());
        assertThat(summed(viewer.visitor)).as(about).isEqualTo(sums(visible));
        assertThat(worth(viewer.visitor)).as(about).isEqualTo(sums(visible));
        singles(viewer, visible, unseen, about);
        writes(viewer, visible.keySet(), unseen, about);
    }

    private static Set<UUID> listed(Visitor visitor, String order) {
        Set<UUID> found = new HashSet<>();
        String after = "";
        do {
            JsonNode page = visitor.get(RECORDS + "?fields=name&limit=200&order=" + order + after)
                    .body();
            page.path("records").forEach(row -> assertThat(found.add(id(row))).isTrue());
            after = page.path("next").isString()
                    ? "&after=" + encoded(page.path("next").asString())
                    : "";
        } while (!after.isEmpty());
        return found;
    }

    private static UUID id(JsonNode row) {
        return UUID.fromString(row.path("id").asString());
    }

    private static Map<String, Integer> sums(Map<UUID, Staff.Thing> things) {
        Map<String, Integer> sums = new HashMap<>();
        things.values().forEach(thing -> sums.merge(String.valueOf(thing.owner()), thing.amount(), Integer::sum));
        return sums;
    }

    private static Map<String, Integer> summed(Visitor visitor) {
        Answer answer = visitor.post(
                "/api/query",
                "{\"object\":\"thing\",\"groupBy\":[\"owner\"],\"measures\":{\"v\":\"sum(amount)\"},\"limit\":1000}");
        Map<String, Integer> sums = new HashMap<>();
        answer.body()
                .path("rows")
                .forEach(row -> sums.put(
                        row.get(0).path("id").asString(),
                        row.get(1).decimalValue().intValueExact()));
        return sums;
    }

    private static Map<String, Integer> worth(Visitor visitor) {
        Answer answer = visitor.get("/api/metrics/worth/values?period=2026&by=member");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        Map<String, Integer> sums = new HashMap<>();
        answer.body().path("rows").forEach(row -> {
            JsonNode value = row.at("/figure/value");
            if (!value.isNull() && value.decimalValue().signum() != 0) {
                sums.put(row.at("/key/id").asString(), value.decimalValue().intValueExact());
            }
        });
        return sums;
    }

    private void singles(Viewer viewer, Map<UUID, Staff.Thing> visible, Set<UUID> unseen, String about) {
        Map<Boolean, List<UUID>> picked =
                Map.of(true, Staff.some(visible.keySet(), 5, random), false, Staff.some(unseen, 5, random));
        picked.forEach((seen, ids) -> ids.forEach(id -> {
            assertThat(viewer.visitor.get(RECORDS + "/" + id).status())
                    .as(about)
                    .isEqualTo(seen ? 200 : 404);
            String name = Objects.requireNonNull(staff.things.get(id)).name();
            assertThat(finds(viewer.visitor, name, id, seen)).as(about + name).isEqualTo(seen);
        }));
    }

    /** The index of words follows the log a moment later; what may not be seen is not to be found at any moment. */
    private static boolean finds(Visitor visitor, String name, UUID id, boolean soon) {
        long until = System.nanoTime() + 20_000_000_000L;
        boolean found;
        do {
            found = visitor.get("/api/search?q=" + name).raw().body().contains(id.toString());
        } while (soon && !found && System.nanoTime() < until);
        return found;
    }

    private void writes(Viewer viewer, Set<UUID> visible, Set<UUID> unseen, String about) {
        for (UUID id : Staff.some(unseen, 2, random)) {
            assertThat(viewer.visitor
                            .patch(RECORDS + "/" + id, "{\"amount\":1}")
                            .status())
                    .as(about)
                    .isEqualTo(404);
            assertThat(viewer.visitor.delete(RECORDS + "/" + id).status())
                    .as(about)
                    .isEqualTo(404);
        }
        List<UUID> some = Staff.some(visible, 3, random);
        for (UUID id : some) {
            assertThat(viewer.visitor
                            .patch(RECORDS + "/" + id, "{\"amount\":7}")
                            .status())
                    .as(about)
                    .isEqualTo(200);
            Staff.Thing was = Objects.requireNonNull(staff.things.get(id));
            staff.things.put(id, new Staff.Thing(was.name(), was.owner(), 7));
        }
        if (!some.isEmpty()) {
            assertThat(viewer.visitor.delete(RECORDS + "/" + some.getFirst()).status())
                    .as(about)
                    .isEqualTo(204);
            staff.things.remove(some.getFirst());
        }
    }
}
