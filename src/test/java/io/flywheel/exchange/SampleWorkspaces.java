package io.flywheel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.exchange.cli.FlywheelCommand;
import io.flywheel.exchange.file.DataFile;
import io.flywheel.exchange.file.ReadOptions;
import io.flywheel.exchange.file.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Workspaces filled with the public sample data, as a customer would fill them: signed up over HTTP, files sent by the
 * command line, mappings written out where a guess is not enough.
 */
public final class SampleWorkspaces {
    /** Numbers stay the decimals that they are. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String address;

    /** @param address of the running product, such as {@code http://localhost:8080} */
    public SampleWorkspaces(String address) {
        this.address = address;
    }

    /** A workspace of its own and the key that opens it. */
    public record Sample(String address, String token, List<JsonNode> imports) {
        /** Any answer of the API. */
        public JsonNode get(String path) {
            return call("GET", address + path, token, null);
        }

        public JsonNode post(String path, Object body) {
            return call("POST", address + path, token, JSON.writeValueAsString(body));
        }
    }

    /** The folder of the sample data; empty, with a line that says so, if it is not there. */
    public static Optional<Path> folder(String set) {
        String named = System.getenv().getOrDefault("FLYWHEEL_SAMPLES", "../shared/data");
        Path folder = Path.of(named, set);
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        System.out.println("Sample data is absent, its checks are left out: "
                + folder.toAbsolutePath().normalize());
        return Optional.empty();
    }

    /** People, products, accounts and the pipeline of a hardware seller; every column is guessed. */
    public Sample crmSalesOpportunities(Path folder) {
        Sample sample = open("CRM sales opportunities", "en");
        load(sample, "member", folder.resolve("sales_teams.csv"));
        load(sample, "product", folder.resolve("products.csv"));
        load(sample, "account", folder.resolve("accounts.csv"));
        load(sample, "opportunity", folder.resolve("sales_pipeline.csv"));
        return sample;
    }

    /** Sales lines of a Chinese superstore from its csv files. */
    public Sample superstore(Path folder) {
        return superstore(new Sheets(
                folder.resolve("销售人员.csv"),
                List.of(),
                folder.resolve("订单.csv"),
                List.of(),
                folder.resolve("退货.csv"),
                List.of()));
    }

    /** The same from the one legacy workbook. */
    public Sample superstoreWorkbook(Path folder) throws IOException {
        Path book;
        try (var files = Files.list(folder)) {
            book = files.filter(file -> file.toString().endsWith(".xls"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> sheets = DataFile.sheets(book);
        return superstore(new Sheets(book, sheet(sheets, "人员"), book, sheet(sheets, "订单"), book, sheet(sheets, "退货")));
    }

    private static List<String> sheet(List<String> sheets, String like) {
        String name = sheets.stream()
                .filter(sheet -> sheet.contains(like))
                .findFirst()
                .orElseThrow();
        return List.of("--sheet", name);
    }

    private record Sheets(
            Path people,
            List<String> peopleSheet,
            Path orders,
            List<String> ordersSheet,
            Path returns,
            List<String> returnsSheet) {}

    private Sample superstore(Sheets files) {
        Sample sample = open("超市", "zh-CN");
        load(sample, "member", files.people, with(files.peopleSheet, "--mapping", """
                {"地区经理": "name", "地区": "team"}"""));
        load(sample, "territory", files.people, with(files.peopleSheet, "--mapping", """
                {"地区": "name", "地区经理": "manager", "*": null}"""));
        load(
                sample,
                "account",
                files.orders,
                with(files.ordersSheet, "--mode", "upsert", "--match", "external_id", "--mapping", """
                {"客户 ID": "external_id", "客户名称": "name", "细分": "segment", "*": null}"""));
        load(
                sample,
                "product",
                files.orders,
                with(files.ordersSheet, "--mode", "upsert", "--match", "external_id", "--mapping", """
                {"产品 ID": "external_id", "产品名称": "name", "类别": "category", "子类别": "subcategory", "*": null}"""));
        load(
                sample,
                "sales_return",
                files.returns,
                with(files.returnsSheet, "--mode", "upsert", "--match", "order_number", "--mapping", """
                {"订单 ID": "order_number", "退回": "returned", "*": null}"""));
        load(sample, "sales_line", files.orders, with(files.ordersSheet, "--mapping", lines(sellers(files))));
        return sample;
    }

    /** Who sells where is a sheet of its own: it becomes the value table of the lines' sellers. */
    private static ObjectNode sellers(Sheets files) {
        ObjectNode sellers = JSON.createObjectNode();
        String sheet = files.peopleSheet.isEmpty() ? null : files.peopleSheet.getLast();
        try (DataFile people = DataFile.open(files.people, new ReadOptions(sheet, null, null, true))) {
            int region = people.columns().find("地区").orElseThrow();
            int manager = people.columns().find("地区经理").orElseThrow();
            for (Row row = people.next(); row != null; row = people.next()) {
                sellers.put(row.cell(region), row.cell(manager));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sellers;
    }

    private static String lines(ObjectNode sellers) {
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

    private static List<String> with(List<String> sheet, String... options) {
        List<String> all = new ArrayList<>(sheet);
        all.addAll(List.of(options));
        return all;
    }

    /** A workspace of one's own with all packaged apps. */
    public Sample open(String name, String language) {
        ObjectNode wish = JSON.createObjectNode()
                .put("name", name)
                .put("email", UUID.randomUUID() + "@example.com")
                .put("password", "a long enough password")
                .put("language", language);
        JsonNode founded = call("POST", address + "/api/workspaces", null, wish.toString());
        return new Sample(address, founded.path("token").asString(), new ArrayList<>());
    }

    /** Sends one file by the command line and expects every row to go in. */
    public void load(Sample sample, String object, Path file, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("import", object, file.toString()));
        arguments.addAll(options);
        arguments.addAll(List.of(
                "--url",
                sample.address,
                "--key",
                sample.token,
                "--refused",
                refusedFile().toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = FlywheelCommand.run(arguments, Map.of("LANG", "en"), out, out);
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        sample.imports.add(sample.get("/api/imports").path("imports").get(0));
    }

    private void load(Sample sample, String object, Path file) {
        load(sample, object, file, List.of());
    }

    private static Path refusedFile() {
        return Path.of(System.getProperty("java.io.tmpdir"), "refused-" + UUID.randomUUID() + ".csv");
    }

    private static JsonNode call(
            String method,
            String url,
            @org.jspecify.annotations.Nullable String token,
            @org.jspecify.annotations.Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
