package io.flywheel.performance.value;

import io.flywheel.access.RowScope;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.Metrics.Named;
import io.flywheel.performance.Period;
import io.flywheel.performance.Ranking;
import io.flywheel.performance.ScorecardDefinition;
import io.flywheel.performance.ScorecardDefinition.Against;
import io.flywheel.performance.Scorecards;
import io.flywheel.performance.definition.ScorecardKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers about scorecards: one statement per kind of record, one for targets, one for people, one for teams. */
@Component
final class ScorecardReader implements Scorecards {
    private final Desk desk;

    ScorecardReader(Desk desk) {
        this.desk = desk;
    }

    /** @param order of the names */
    private record Member(People.Person person, int order, Sheets.Sheet sheet) {}

    @Override
    public List<About> list(Actor actor) {
        return desk.answer(actor, ScorecardReader::list);
    }

    private static List<About> list(Desk.Papers papers) {
        return papers.catalog().all(ScorecardKind.NAME, ScorecardDefinition.class).values().stream()
                .filter(papers::sees)
                .map(card -> Cards.about(papers, card))
                .toList();
    }

    @Override
    public Board board(Actor actor, String name, String period) {
        return desk.answer(actor, papers -> board(papers, name, period));
    }

    private static Board board(Desk.Papers papers, String name, String period) {
        ScorecardDefinition card = card(papers, name);
        Period span = papers.period(period);
        Tree teams = papers.people().teams();
        List<Row> rows = ranked(papers, card, span).stream()
                .map(ranked -> row(ranked, teams))
                .toList();
        return new Board(
                Cards.about(papers, card),
                Figures.span(span),
                rows,
                papers.catalog().version(),
                papers.clock().instant());
    }

    @Override
    public Sheet sheet(Actor actor, String name, UUID member, String period) {
        return desk.answer(actor, papers -> sheet(papers, name, member, period));
    }

    private static Sheet sheet(Desk.Papers papers, String name, UUID member, String period) {
        ScorecardDefinition card = card(papers, name);
        Period span = papers.period(period);
        List<Ranking.Ranked<Member>> all = ranked(papers, card, span);
        Ranking.Ranked<Member> found = all.stream()
                .filter(ranked -> ranked.entry().person().id().equals(member))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("performance.no-such-member", Map.of()));
        Sheets.Sheet sheet = found.entry().sheet();
        String records =
                "/api/metrics/%s/records?period=" + span.text().replace("%", "%%") + "&by=member&key=" + member;
        return new Sheet(
                Cards.about(papers, card),
                Figures.span(span),
                row(found, papers.people().teams()),
                all.stream().filter(ranked -> ranked.place() != null).count(),
                Sheets.explained(sheet, records, papers.actor().language()),
                Sheets.words(sheet.score().steps(), papers.actor().language()),
                papers.catalog().version(),
                papers.clock().instant());
    }

    private static ScorecardDefinition card(Desk.Papers papers, String name) {
        Map<String, ScorecardDefinition> all = papers.catalog().all(ScorecardKind.NAME, ScorecardDefinition.class);
        ScorecardDefinition card = all.get(name);
        if (card == null || !papers.sees(card)) {
            List<String> seen = all.values().stream()
                    .filter(papers::sees)
                    .map(ScorecardDefinition::name)
                    .toList();
            String hint = Nearest.to(name, seen).map(near -> " → " + near).orElse("");
            throw new Problem.NotFound("performance.no-such-scorecard", Map.of("scorecard", name, "hint", hint));
        }
        return card;
    }

    private static List<Ranking.Ranked<Member>> ranked(Desk.Papers papers, ScorecardDefinition card, Period period) {
        List<MetricDefinition> metrics = metrics(papers, card);
        List<People.Person> people = papers.people().members(card.who(), period, scope(papers, metrics));
        Set<UUID> among = people.stream().map(People.Person::id).collect(Collectors.toSet());
        Question question = new Question(period, new By.Member(among), null, papers.today());
        Map<String, Values> values = papers.reader().values(metrics, question);
        List<String> targeted = card.lines().stream()
                .filter(line -> line.against() instanceof Against.OwnTarget)
                .map(ScorecardDefinition.Line::metric)
                .toList();
        Map<String, TargetSums> targets =
                papers.targets().read(targeted, TargetReader.Holder.MEMBER, TargetReader.OWN, period, null);
        List<Member> members = new ArrayList<>();
        for (People.Person person : people) {
            List<Sheets.Given> given = new ArrayList<>();
            for (int i = 0; i < metrics.size(); i++) {
                MetricDefinition metric = metrics.get(i);
                Values counted = values.get(metric.name());
                TargetSums own = targets.getOrDefault(metric.name(), new TargetSums(Map.of()));
                given.add(new Sheets.Given(
                        metric,
                        card.lines().get(i),
                        counted == null ? Tally.EMPTY : counted.at(person.id(), null),
                        own.of(person.id(), null)));
            }
            members.add(new Member(person, members.size(), Sheets.of(given, card.digits())));
        }
        return Ranking.of(members, member -> member.sheet().score().total(), Comparator.comparingInt(Member::order));
    }

    private static List<MetricDefinition> metrics(Desk.Papers papers, ScorecardDefinition card) {
        return card.lines().stream().map(line -> papers.metric(line.metric())).toList();
    }

    /** A score is shown only where every figure in it may be seen. */
    private static RowScope scope(Desk.Papers papers, List<MetricDefinition> metrics) {
        Set<UUID> shared = null;
        Set<String> objects = new HashSet<>();
        for (MetricDefinition metric : metrics) {
            if (!objects.add(metric.object())) {
                continue;
            }
            switch (papers.sight().scope(metric.object())) {
                // Figures over lines pass the scope of their records row by row.
                case RowScope.All _, RowScope.Through _ -> {}
                case RowScope.None none -> {
                    return none;
                }
                case RowScope.Owners owners -> {
                    if (shared == null) {
                        shared = new HashSet<>(owners.members());
                    } else {
                        shared.retainAll(owners.members());
                    }
                }
            }
        }
        return shared == null ? new RowScope.All() : new RowScope.Owners(shared, List.of());
    }

    private static Row row(Ranking.Ranked<Member> ranked, Tree teams) {
        Member member = ranked.entry();
        return new Row(
                ranked.place(),
                new Named(member.person().id(), member.person().name()),
                team(member.person().team(), teams),
                member.sheet().score().total(),
                Sheets.lines(member.sheet()));
    }

    private static @Nullable Named team(@Nullable UUID id, Tree teams) {
        Tree.Node node = id == null ? null : teams.nodes().get(id);
        return node == null ? null : new Named(node.id(), node.name());
    }
}
