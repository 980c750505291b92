package io.flywheel.samples;

import io.flywheel.catalog.Documents;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bicycle wholesaler: lines from two systems whose files differ in form, sellers under two keys, monthly targets on
 * two bases, quarterly quotas, shared territories.
 */
final class AdventureWorks {
    /** The dates of the quota file, which stand for the quarters 2017-Q3 to 2020-Q2 in their order. */
    static final List<String> QUOTA_DATES = List.of(
            "20101229",
            "20110331",
            "20110701",
            "20110929",
            "20111229",
            "20120330",
            "20120630",
            "20120928",
            "20121228",
            "20130330",
            "20130630",
            "20130929");

    private static final LocalDate FIRST = LocalDate.of(2017, 7, 1);
    private static final int MONTHS = 36;

    private final Samples samples;
    private final SampleWorkspace workspace;

    private AdventureWorks(Samples samples, SampleWorkspace workspace) {
        this.samples = samples;
        this.workspace = workspace;
    }

    static SampleWorkspace load(Samples samples, String address) {
        SampleWorkspace workspace = SampleWorkspace.signUp(address, "Adventure Works", "en");
        AdventureWorks works = new AdventureWorks(samples, workspace);
        works.people();
        works.masters();
        works.lines();
        works.targets();
        return workspace;
    }

    private void people() {
        load("member", "Salesperson.csv", """
                {"EmployeeKey": "employee_number", "EmployeeID": "external_id", "Salesperson": "name", "UPN": "email",
                 "Title": {"field": "position", "create": true}, "*": null}""");
        load("territory", "Region.csv", """
                {"SalesTerritoryKey": "code", "Region": "name", "Country": "country", "Group": "territory_group",
                 "*": null}""");
        load("territory_membership", "SalespersonRegion.csv", """
                {"EmployeeKey": {"field": "member", "by": "employee_number"},
                 "SalesTerritoryKey": {"field": "territory", "by": "code"},
                 "since": {"field": "from_date", "value": "2017-07-01"}, "*": null}""");
    }

    private void masters() {
        load("product", "Product.csv", """
                {"ProductKey": "external_id", "Product": "name", "Standard Cost": "cost", "Subcategory": "subcategory",
                 "Category": "category", "*": null}""");
        load("account", "Reseller.csv", """
                {"ResellerKey": "external_id", "Reseller": "name", "Business Type": "business_type", "*": null}""");
    }

    private void lines() {
        String keys = """
                "SalesOrderNumber": "order_number", "OrderDate": "order_date",
                "ProductKey": {"field": "product", "by": "external_id"},
                "ResellerKey": {"field": "customer", "by": "external_id"},
                "EmployeeKey": {"field": "seller", "by": "employee_number"},
                "SalesTerritoryKey": {"field": "territory", "by": "code"}, "*": null""";
        load("sales_line", "Sales.csv", """
                {"Quantity": "quantity", "Unit Price": "unit_price", "Sales": "sales", "Cost": "cost", %s}""".formatted(keys));
        load("sales_line", "ResellerSales_202006.csv", """
                {"SalesOrderLineNumber": "line_number", "DueDate": "due_date", "ShipDate": "ship_date",
                 "PromotionKey": "promotion", "OrderQuantity": "quantity", "UnitPrice": "unit_price",
                 "TotalProductCost": "cost", "SalesAmount": "sales", %s}""".formatted(keys));
    }

    private void targets() {
        workspace.put("/api/definitions/metric/quota_sales", Documents.yaml("""
                label: {zh: 定额销售额, en: Sales against quota}
                description: {zh: 销售明细的销售额合计, en: Sum of the sales lines}
                object: sales_line
                measure: 'sum(sales)'
                date: order_date
                member: seller
                unit: money
                digits: 2
                empty: zero
                """));
        for (String basis : List.of("own", "territory")) {
            load("target", "Targets.csv", """
                    {"EmployeeID": {"field": "member", "by": "external_id"}, "TargetAmount": "amount",
                     "TargetMonth": ["starts_on", {"field": "ends_on", "values": %s}],
                     "metric": {"field": "metric", "value": "sales"},
                     "basis": {"field": "basis", "value": "%s"}, "*": null}""".formatted(monthEnds(), basis));
        }
        load(
                "target",
                "FactSalesQuota.csv",
                """
                {"column2": {"field": "member", "by": "employee_number"},
                 "column3": [{"field": "starts_on", "values": %s}, {"field": "ends_on", "values": %s}],
                 "column6": "amount",
                 "metric": {"field": "metric", "value": "quota_sales"},
                 "basis": {"field": "basis", "value": "own"}, "*": null}""".formatted(
                                quarters(first -> first),
                                quarters(first -> first.plusMonths(3).minusDays(1))),
                "--header",
                "false");
    }

    private static ObjectNode monthEnds() {
        ObjectNode ends = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < MONTHS; i++) {
            LocalDate first = FIRST.plusMonths(i);
            ends.put(
                    first.format(DateTimeFormatter.ofPattern("yyyy/MM/dd")),
                    first.plusMonths(1).minusDays(1).toString());
        }
        return ends;
    }

    private static ObjectNode quarters(Function<LocalDate, LocalDate> day) {
        ObjectNode days = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < QUOTA_DATES.size(); i++) {
            days.put(QUOTA_DATES.get(i), day.apply(FIRST.plusMonths(3L * i)).toString());
        }
        return days;
    }

    private void load(String object, String file, String mapping, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "--mapping";
        all[1] = mapping;
        System.arraycopy(options, 0, all, 2, options.length);
        workspace.load(object, samples.file(file), all);
    }
}
