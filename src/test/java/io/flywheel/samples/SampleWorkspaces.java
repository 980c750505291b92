package io.flywheel.samples;

import io.flywheel.exchange.file.DataFile;
import io.flywheel.exchange.file.ReadOptions;
import io.flywheel.exchange.file.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Workspaces filled as a customer would fill them, mappings written out where a guess is not enough. */
final class SampleWorkspaces {
    private final String address;

    SampleWorkspaces(int port) {
        this.address = "http://localhost:" + port;
    }

    /** People, products, accounts and the pipeline of a hardware seller; every column is guessed. */
    SampleWorkspace crm(Samples samples) {
        SampleWorkspace workspace = SampleWorkspace.signUp(address, "CRM sales opportunities", "en");
        workspace.load("member", samples.file("sales_teams.csv"));
        workspace.load("product", samples.file("products.csv"));
        workspace.load("account", samples.file("accounts.csv"));
        workspace.load("opportunity", samples.file("sales_pipeline.csv"));
        return workspace;
    }

    /** Sales lines of a Chinese superstore from its csv files. */
    SampleWorkspace superstore(Samples samples) {
        return superstore(
                new Sheet(samples.file("销售人员.csv"), null),
                new Sheet(samples.file("订单.csv"), null),
                new Sheet(samples.file("退货.csv"), null));
    }

    /** The same from the one legacy workbook. */
    SampleWorkspace superstoreWorkbook(Samples samples) throws IOException {
        Path book;
        try (Stream<Path> files = Files.list(samples.folder())) {
            book = files.filter(file -> file.toString().endsWith(".xls"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> names = DataFile.sheets(book);
        return superstore(sheet(book, names, "人员"), sheet(book, names, "订单"), sheet(book, names, "退货"));
    }

    /** @param name null = the file is no workbook */
    private record Sheet(
            Path file, @org.jspecify.annotations.Nullable String name) {
        void into(SampleWorkspace workspace, String object, String... options) {
            Stream<String> sheet = name == null ? Stream.of() : Stream.of("--sheet", name);
            workspace.load(
                    object, file, Stream.concat(sheet, Stream.of(options)).toArray(String[]::new));
        }
    }

    private static Sheet sheet(Path book, List<String> names, String like) {
        return new Sheet(
                book,
                names.stream().filter(name -> name.contains(like)).findFirst().orElseThrow());
    }

    private SampleWorkspace superstore(Sheet people, Sheet orders, Sheet returns) {
        SampleWorkspace workspace = SampleWorkspace.signUp(address, "超市", "zh-CN");
        people.into(workspace, "member", "--mapping", """
                {"地区经理": "name", "地区": "team"}""");
        people.into(workspace, "territory", "--mapping", """
                {"地区": "name", "地区经理": "manager", "*": null}""");
        orders.into(workspace, "account", "--mode", "upsert", "--match", "external_id", "--mapping", """
                {"客户 ID": "external_id", "客户名称": "name", "细分": "segment", "*": null}""");
        orders.into(workspace, "product", "--mode", "upsert", "--match", "external_id", "--mapping", """
                {"产品 ID": "external_id", "产品名称": "name", "类别": "category", "子类别": "subcategory", "*": null}""");
        returns.into(workspace, "sales_return", "--mode", "upsert", "--match", "order_number", "--mapping", """
                {"订单 ID": "order_number", "退回": "returned", "*": null}""");
        orders.into(workspace, "sales_line", "--mapping", superstoreLines(sellers(people)));
        return workspace;
    }

    /** Who sells where is a sheet of its own: it becomes the value table of the lines' sellers. */
    private static ObjectNode sellers(Sheet people) {
        ObjectNode sellers = JsonNodeFactory.instance.objectNode();
        try (DataFile file = DataFile.open(people.file, new ReadOptions(people.name, null, null, true))) {
            int region = file.columns().find("地区").orElseThrow();
            int manager = file.columns().find("地区经理").orElseThrow();
            for (Row row = file.next(); row != null; row = file.next()) {
                sellers.put(row.cell(region), row.cell(manager));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sellers;
    }

    private static String superstoreLines(ObjectNode sellers) {
        return """
                {"行 ID": "external_id",
                 "订单 ID": ["order_number", {"field": "sales_return", "by": "order_number", "optional": true}],
                 "订单日期": "order_date", "发货日期": "ship_date", "邮寄方式": "ship_mode",
                 "客户 ID": {"field": "customer", "by": "external_id"}, "客户名称": null, "细分": "segment",
                 "城市": "city", "省/自治区": "province", "国家": "country",
                 "地区": ["territory", {"field": "seller", "values": %s}],
                 "产品 ID": {"field": "product", "by": "external_id"}, "产品名称": null,
                 "类别": "category", "子类别": "subcategory",
                 "销售额": "sales", "数量": "quantity", "折扣": "discount", "利润": "profit"}""".formatted(sellers);
    }
}
