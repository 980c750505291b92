package io.flywheel.performance.samples;

import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.record.Batch;
import io.flywheel.record.Records;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes sample data through the write pipeline, as an import would. */
final class Loader {
    private static final int BATCH = 2500;

    private final Records records;
    private final Actor actor;

    Loader(Records records, Actor actor) {
        this.records = records;
        this.actor = actor;
    }

    void crm() {
        String sample = "crm_sales_opportunities";
        Map<String, UUID> accounts = new LinkedHashMap<>();
        Map<String, UUID> products = new LinkedHashMap<>();
        Map<String, UUID> members = new LinkedHashMap<>();
        Map<String, UUID> teams = new LinkedHashMap<>();
        UUID agent = create("position", Map.of("name", "Sales agent"));
        List<Map<String, String>> people = Samples.rows(sample, "sales_teams.csv");
        for (Map<String, String> row : people) {
            String manager = text(row, "manager");
            UUID team = teams.computeIfAbsent(
                    manager,
                    ignored -> create(
                            "team",
                            Map.of(
                                    "name", "Team of " + manager,
                                    "region", text(row, "regional_office"),
                                    "manager", create("member", Map.of("name", manager)))));
            String name = text(row, "sales_agent");
            members.put(name, create("member", Map.of("name", name, "team", team, "position", agent)));
        }
        Samples.rows(sample, "accounts.csv")
                .forEach(row -> accounts.put(
                        text(row, "account"),
                        create(
                                "account",
                                Map.of(
                                        "name", text(row, "account"),
                                        "industry", text(row, "sector"),
                                        "country", text(row, "office_location")))));
        Samples.rows(sample, "products.csv")
                .forEach(row -> products.put(
                        text(row, "product"),
                        create(
                                "product",
                                Map.of(
                                        "name", text(row, "product"),
                                        "series", text(row, "series"),
                                        "list_price", new BigDecimal(text(row, "sales_price"))))));
        products.put("GTXPro", products.getOrDefault("GTX Pro", agent));
        List<@Nullable Object[]> deals = new ArrayList<>();
        for (Map<String, String> row : Samples.rows(sample, "sales_pipeline.csv")) {
            deals.add(new @Nullable Object[] {
                text(row, "opportunity_id"),
                members.get(text(row, "sales_agent")),
                products.get(text(row, "product")),
                accounts.get(text(row, "account")),
                text(row, "deal_stage").toLowerCase(Locale.ROOT),
                day(text(row, "engage_date")),
                day(text(row, "close_date")),
                number(text(row, "close_value"))
            });
        }
        write(
                "opportunity",
                List.of("external_id", "owner", "product", "account", "stage", "engage_date", "close_date", "amount"),
                deals);
    }

    void superstore() {
        String sample = "superstore_zh";
        Map<String, UUID> territories = new LinkedHashMap<>();
        Map<String, UUID> customers = new LinkedHashMap<>();
        Map<String, UUID> returns = new LinkedHashMap<>();
        Samples.rows(sample, "销售人员.csv")
                .forEach(row -> territories.put(
                        text(row, "地区"),
                        create(
                                "territory",
                                Map.of(
                                        "name", text(row, "地区"),
                                        "manager", create("member", Map.of("name", text(row, "地区经理")))))));
        List<@Nullable Object[]> returned = new ArrayList<>();
        for (Map<String, String> row : Samples.rows(sample, "退货.csv")) {
            UUID id = Ids.next();
            returns.put(text(row, "订单 ID"), id);
            returned.add(new @Nullable Object[] {id, text(row, "订单 ID"), true});
        }
        writeWithIds("sales_return", List.of("order_number", "returned"), returned);
        List<@Nullable Object[]> accounts = new ArrayList<>();
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (Map<String, String> row : Samples.rows(sample, "订单.csv")) {
            UUID customer = customers.computeIfAbsent(text(row, "客户 ID"), number -> {
                UUID id = Ids.next();
                accounts.add(new @Nullable Object[] {id, number, text(row, "客户名称")});
                return id;
            });
            lines.add(new @Nullable Object[] {
                text(row, "行 ID"),
                text(row, "订单 ID"),
                day(text(row, "订单日期")),
                customer,
                territories.get(text(row, "地区")),
                text(row, "类别"),
                text(row, "子类别"),
                text(row, "细分"),
                number(text(row, "销售额")),
                number(text(row, "数量")),
                number(text(row, "折扣")),
                number(text(row, "利润")),
                returns.get(text(row, "订单 ID"))
            });
        }
        writeWithIds("account", List.of("external_id", "name"), accounts);
        write(
                "sales_line",
                List.of(
                        "external_id",
                        "order_number",
                        "order_date",
                        "customer",
                        "territory",
                        "category",
                        "subcategory",
                        "segment",
                        "sales",
                        "quantity",
                        "discount",
                        "profit",
                        "sales_return"),
                lines);
    }

    private UUID create(String object, Map<String, Object> values) {
        List<String> fields = List.copyOf(values.keySet());
        @Nullable Object[] row = fields.stream().map(values::get).toArray();
        Batch batch = new Batch(
                object, Batch.Operation.CREATE, fields, List.of(new Batch.Row(0, null, null, row)), false, null);
        return records.write(actor, batch).written().getFirst().id();
    }

    private void write(String object, List<String> fields, List<@Nullable Object[]> values) {
        List<@Nullable Object[]> withIds = new ArrayList<>();
        for (@Nullable Object[] row : values) {
            @Nullable Object[] longer = new @Nullable Object[row.length + 1];
            longer[0] = Ids.next();
            System.arraycopy(row, 0, longer, 1, row.length);
            withIds.add(longer);
        }
        writeWithIds(object, fields, withIds);
    }

    private void writeWithIds(String object, List<String> fields, List<@Nullable Object[]> values) {
        for (int start = 0; start < values.size(); start += BATCH) {
            List<Batch.Row> rows = new ArrayList<>();
            for (int i = start; i < Math.min(values.size(), start + BATCH); i++) {
                @Nullable Object[] row = values.get(i);
                @Nullable Object[] rest = new @Nullable Object[row.length - 1];
                System.arraycopy(row, 1, rest, 0, rest.length);
                rows.add(new Batch.Row(i, (UUID) row[0], null, rest));
            }
            records.write(actor, new Batch(object, Batch.Operation.CREATE, fields, rows, false, null));
        }
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
