package io.flywheel.demo.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The people: a sales centre, its regions and teams, who leads them, and who sells where since when. */
final class Staff {
    private final Stage stage;
    private final Dice dice;
    private final List<Fact> positions = new ArrayList<>();

    Staff(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice("staff");
    }

    void tell(String directorName) {
        for (JsonNode position : stage.words().node("positions")) {
            positions.add(stage.add("positions")
                    .with("name", position.path("name").asString())
                    .with("sells", position.path("sells").asBoolean()));
        }
        Fact centre = team("C", stage.words().list("centre").getFirst(), null, null);
        Fact director = stage.add("directors").with("name", directorName).with("team", centre);
        joined(director, positions.get(0), stage.time().start().minusYears(3));
        centre.with("leader", director);
        Fact land = territory("C", stage.words().list("land").getFirst(), null, director);
        for (int i = 0; i < stage.settings().size("support"); i++) {
            person("support", positions.get(3), centre, director, early());
        }
        regions(centre, director, land);
        allocate();
    }

    private void regions(Fact centre, Fact director, Fact land) {
        JsonNode regions = stage.words().node("regions");
        int count = stage.settings().size("regions");
        int team = 0;
        for (int i = 0; i < count; i++) {
            String region = regions.path(i).path("name").asString();
            Fact unit = team("R" + (i + 1), region, centre, region);
            Fact head = person("heads", positions.get(1), unit, director, early());
            unit.with("leader", head);
            Fact area = territory("R" + (i + 1), region, land, head);
            int teams = (stage.settings().size("teams") + count - 1 - i) / count;
            for (int j = 0; j < teams; j++) {
                sellingTeam(++team, regions.path(i).path("teams").path(j), unit, head, area, region);
            }
        }
    }

    private void sellingTeam(int number, JsonNode words, Fact unit, Fact head, Fact area, String region) {
        Fact team = team("T" + number, words.path("name").asString(), unit, region)
                .with("strength", dice.around(0, stage.settings().number("staff.teamSpread")));
        Fact leader = person("leaders", positions.get(1), team, head, early());
        team.with("leader", leader);
        Fact ground = territory("T" + number, words.path("ground").asString(), area, leader);
        team.with("ground", ground);
        stage.add("sellingTeams").with("team", team).with("words", words);
        duty(leader, ground);
    }

    private Fact team(String code, String name, @Nullable Fact parent, @Nullable String region) {
        return stage.add("teams")
                .with("name", name)
                .with("code", code)
                .with("parent", parent)
                .with("region", region);
    }

    private Fact territory(String code, String name, @Nullable Fact parent, Fact manager) {
        return stage.add("territories")
                .with("name", name)
                .with("code", code)
                .with("parent", parent)
                .with("manager", manager);
    }

    /** Reps go round the teams, so that each has its share. */
    private void allocate() {
        List<Fact> teams = stage.company().all("sellingTeams");
        for (int i = 0; i < stage.settings().size("reps"); i++) {
            Fact team = teams.get(i % teams.size()).fact("team");
            boolean late = dice.chance(stage.settings().number("staff.joinedLate"));
            LocalDate from = late
                    ? stage.time()
                            .start()
                            .plusDays(dice.between(60, 30 * stage.time().months() - 90))
                    : early();
            Fact rep = person("reps", positions.get(2), team, team.fact("leader"), from);
            double spread = stage.settings().number("staff.abilitySpread");
            rep.with("ability", dice.around(team.weight("strength"), spread))
                    .with("pace", Math.clamp(dice.around(1, 0.22), 0.5, 1.6))
                    .with("speed", dice.skewed(1, 0.35));
            duty(rep, team.fact("ground"));
            if (!late && rep.number() > 1 && dice.chance(stage.settings().number("staff.left"))) {
                leaves(rep);
            }
        }
        moves();
    }

    private void leaves(Fact rep) {
        LocalDate day = stage.time()
                .today()
                .minusDays(dice.between(20, 15 * stage.time().months()));
        rep.with("left", day).with("active", false);
        stay(rep).with("to", day);
    }

    /** One rep changed teams half a year ago; what was sold before counts for the old team. */
    private void moves() {
        List<Fact> reps = stage.company().all("reps");
        Fact rep = reps.stream()
                .filter(one -> !one.has("left") && one.number() > 3)
                .filter(one -> one.date("joined").isBefore(stage.time().today().minusMonths(8)))
                .findFirst()
                .orElse(reps.getFirst());
        Fact other = reps.get(reps.indexOf(rep) + 1).fact("team");
        LocalDate day = stage.time().today().minusMonths(5).withDayOfMonth(1);
        stay(rep).with("to", day);
        stage.add("stays").with("person", rep).with("team", other).with("from", day);
        rep.with("team", other).with("boss", other.fact("leader")).with("movedOn", day);
    }

    private Fact stay(Fact person) {
        return stage.company().all("stays").stream()
                .filter(stay -> stay.fact("person") == person)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate early() {
        return stage.time().start().minusDays(dice.between(30, 2200));
    }

    private Fact person(String kind, Fact position, Fact team, Fact boss, LocalDate from) {
        Fact person = stage.add(kind);
        stage.add("people").with("person", person);
        int number = 1000 + stage.company().all("people").size();
        joined(person, position, from)
                .with("name", stage.words().one("people", dice))
                .with("number", "E" + number)
                .with("phone", Stage.phone(1, number))
                .with("mail", mail(person, number))
                .with("team", team)
                .with("boss", boss)
                .with("active", true);
        stage.add("stays").with("person", person).with("team", team).with("from", from);
        return person;
    }

    /** The first of a kind may have an address of its own, by which to sign in. */
    private String mail(Fact person, int number) {
        String own = stage.settings().size().path("mails").path(person.kind()).asString("");
        return own.isEmpty() || person.number() > 1 ? "e" + number + "@example.com" : own;
    }

    private static Fact joined(Fact person, Fact position, LocalDate from) {
        return person.with("position", position).with("joined", from);
    }

    private void duty(Fact person, Fact ground) {
        stage.add("duties").with("person", person).with("territory", ground).with("from", person.date("joined"));
    }
}
