package io.flywheel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A bicycle wholesaler's lines, targets and quotas. */
class AdventureWorksFiguresTest extends ProductTest {
    private static final String ALL_MONTHS = "2017-07-01..2020-06-30";
    private static final Map<String, String> FISCAL_YEARS = Map.of(
            "FY2018", "2017-07-01..2018-06-30",
            "FY2019", "2018-07-01..2019-06-30",
            "FY2020", "2019-07-01..2020-06-30");

    @LocalServerPort
    private int port;

    @Test
    void answersEveryFigureFromBothSystemsFiles() {
        Samples samples = Samples.of("adventureworks");
        SampleWorkspace workspace = AdventureWorks.load(samples, "http://localhost:" + port);
        assertThat(workspace.measure("sales_line", "count()")).isEqualTo("60855");
        Answers answers = new Answers(workspace, samples).all();
        Map<String, Person> people = people(workspace);
        answers.compare("target_attainment_by_month", key("month"), targets(workspace, people, "month"));
        answers.compare("target_attainment_by_quarter", key("quarter"), targets(workspace, people, "quarter"));
        answers.compare("target_attainment_by_fiscal_year", key("fiscal_year"), fiscalYears(workspace, people));
        answers.compare("target_attainment_territory_by_quarter", key("quarter"), territories(workspace, people));
        answers.compare("territory_rollup", List.of("employee_key"), rollUp(workspace, people));
        answers.compare("quota_attainment_by_quarter", key("quarter"), quotas(workspace, people));
        answers.compare("quota_attainment_total", List.of("employee_key"), quotaTotals(workspace, people));
        answers.areRight();
    }

    private static List<String> key(String period) {
        return List.of("employee_key", period);
    }

    /** @param territories their codes in the order of numbers */
    private record Person(String number, String name, String title, TreeSet<String> territories) {
        Map<String, @Nullable String> row() {
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            row.put("employee_key", number);
            row.put("salesperson", name);
            row.put("title", title);
            row.put("territories", String.join(" ", territories));
            return row;
        }
    }

    /** Member's id → person. */
    private static Map<String, Person> people(SampleWorkspace workspace) {
        Map<String, Person> people = new LinkedHashMap<>();
        workspace
                .get("/api/objects/member/records?where=employee_number%20is%20not%20null&limit=100"
                        + "&fields=name,employee_number,position.name")
                .path("records")
                .forEach(member -> people.put(
                        member.path("id").asString(),
                        new Person(
                                member.path("employee_number").asString(),
                                member.path("name").asString(),
                                member.path("position.name").asString(),
                                new TreeSet<>(Comparator.comparingInt(Integer::parseInt)))));
        workspace
                .get("/api/objects/territory_membership/records?limit=100&fields=member,territory.code")
                .path("records")
                .forEach(membership -> java.util.Objects.requireNonNull(
                                people.get(membership.path("member").path("id").asString()))
                        .territories()
                        .add(membership.path("territory.code").asString()));
        return people;
    }

    /** Rows of a metric by member that have a target, as the file names their columns. */
    private static List<Map<String, @Nullable String>> values(
            SampleWorkspace workspace, Map<String, Person> people, String path, String period, String sales) {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (JsonNode row : workspace.get("/api/metrics/" + path + "&by=member").path("rows")) {
            JsonNode figure = row.path("figure");
            Person person = people.get(row.path("key").path("id").asString());
            if (person == null || figure.path("target").isNull()) {
                continue;
            }
            Map<String, @Nullable String> named = person.row();
            named.put(period, Answers.text(row.path("period")));
            named.put("target", Answers.text(figure.path("target")));
            named.put("quota", Answers.text(figure.path("target")));
            named.put(sales, Answers.text(figure.path("value")));
            named.put("attainment", Answers.text(figure.path("attainment")));
            BigDecimal gap = figure.path("value")
                    .decimalValue()
                    .subtract(figure.path("target").decimalValue());
            named.put("gap", gap.toPlainString());
            named.put("quota_met", gap.signum() >= 0 ? "yes" : "no");
            rows.add(named);
        }
        return rows;
    }

    /**
     * One seller has no target in one month. The API says that there is none; the file writes the sum of no targets, 0,
     * and leaves the attainment empty.
     */
    private static List<Map<String, @Nullable String>> targets(
            SampleWorkspace workspace, Map<String, Person> people, String grain) {
        String path = "sales/values?grain=" + grain + "&period=" + ALL_MONTHS;
        List<Map<String, @Nullable String>> rows = values(workspace, people, path, grain, "sales");
        if (grain.equals("month")) {
            rows.add(withoutTarget(workspace, people, "283", "2017-07"));
        }
        return rows;
    }

    private static Map<String, @Nullable String> withoutTarget(
            SampleWorkspace workspace, Map<String, Person> people, String number, String month) {
        for (JsonNode row : workspace
                .get("/api/metrics/sales/values?by=member&period=" + month)
                .path("rows")) {
            Person person = people.get(row.path("key").path("id").asString());
            if (person != null && person.number().equals(number)) {
                JsonNode figure = row.path("figure");
                assertThat(figure.path("target").isNull()).isTrue();
                Map<String, @Nullable String> named = person.row();
                named.put("month", month);
                named.put("target", "0");
                named.put("sales", Answers.text(figure.path("value")));
                named.put("gap", Answers.text(figure.path("value")));
                named.put("attainment", Answers.text(figure.path("attainment")));
                return named;
            }
        }
        throw new AssertionError("no row of " + number);
    }

    private static List<Map<String, @Nullable String>> fiscalYears(
            SampleWorkspace workspace, Map<String, Person> people) {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        FISCAL_YEARS.forEach(
                (year, days) -> values(workspace, people, "sales/values?period=" + days, "fiscal_year", "sales")
                        .forEach(row -> {
                            row.put("fiscal_year", year);
                            rows.add(row);
                        }));
        return rows;
    }

    private static List<Map<String, @Nullable String>> territories(
            SampleWorkspace workspace, Map<String, Person> people) {
        String path = "sales/values?basis=territory&grain=quarter&period=" + ALL_MONTHS;
        return values(workspace, people, path, "quarter", "sales_in_territories");
    }

    private static List<Map<String, @Nullable String>> rollUp(SampleWorkspace workspace, Map<String, Person> people) {
        Map<String, Map<String, @Nullable String>> rows = new TreeMap<>();
        people.forEach((id, person) -> rows.put(id, person.row()));
        Map.of("sales_in_territories", "territory", "own_sales", "own")
                .forEach((column, basis) -> workspace
                        .get("/api/metrics/sales/values?by=member&period=all&basis=" + basis)
                        .path("rows")
                        .forEach(row -> rows.getOrDefault(
                                        row.path("key").path("id").asString(), new TreeMap<>())
                                .put(column, Answers.text(row.path("figure").path("value")))));
        return List.copyOf(rows.values());
    }

    private static List<Map<String, @Nullable String>> quotas(SampleWorkspace workspace, Map<String, Person> people) {
        List<Map<String, @Nullable String>> rows =
                values(workspace, people, "quota_sales/values?grain=quarter&period=" + ALL_MONTHS, "quarter", "sales");
        rows.forEach(row -> row.put("original_quota_date", AdventureWorks.QUOTA_DATES.get(place(row.get("quarter")))));
        return rows;
    }

    /** How many quarters after 2017-Q3. */
    private static int place(@Nullable String quarter) {
        String text = String.valueOf(quarter);
        LocalDate first = LocalDate.of(Integer.parseInt(text.substring(0, 4)), 1, 1);
        return (int) IsoFields.QUARTER_YEARS.between(LocalDate.of(2017, 7, 1), first)
                + Integer.parseInt(text.substring(6))
                - 1;
    }

    private static List<Map<String, @Nullable String>> quotaTotals(
            SampleWorkspace workspace, Map<String, Person> people) {
        Map<String, List<Map<String, @Nullable String>>> quarters = new LinkedHashMap<>();
        quotas(workspace, people)
                .forEach(row -> quarters.computeIfAbsent(
                                String.valueOf(row.get("employee_key")), ignored -> new ArrayList<>())
                        .add(row));
        List<Map<String, @Nullable String>> rows =
                values(workspace, people, "quota_sales/values?period=" + ALL_MONTHS, "quarter", "sales");
        rows.forEach(row -> {
            List<Map<String, @Nullable String>> own = quarters.getOrDefault(row.get("employee_key"), List.of());
            row.put("quarters", String.valueOf(own.size()));
            row.put(
                    "quarters_met",
                    String.valueOf(own.stream()
                            .filter(quarter -> "yes".equals(quarter.get("quota_met")))
                            .count()));
        });
        return rows;
    }
}
