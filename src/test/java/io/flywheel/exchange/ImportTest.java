package io.flywheel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.samples.SampleWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

class ImportTest extends ProductTest {
    @LocalServerPort
    int port;

    @Autowired
    Environment settings;

    @TempDir
    Path folder;

    private SampleWorkspace workspace = new SampleWorkspace("", "", List.of());

    @BeforeEach
    void open() {
        workspace = SampleWorkspace.signUp("http://localhost:" + port, "Test", "en");
    }

    @Test
    void saysWhatItUnderstoodOfAFileAndShowsItsFirstRows() {
        String form = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"object\"",
                "",
                "product",
                "--b",
                "Content-Disposition: form-data; name=\"dryRun\"",
                "",
                "true",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"products.csv\"",
                "",
                "name;List price;remark\nA;1;x\nB;2;\nC;3;z\nD;4;",
                "--b--",
                "");
        JsonNode understood = Visitor.at(port)
                .with("Authorization", "Bearer " + workspace.token())
                .with("Content-Type", "multipart/form-data; boundary=b")
                .post("/api/imports", form)
                .body();
        assertThat(understood.at("/fields/List price/0").asString()).isEqualTo("list_price");
        assertThat(understood.path("samples")).hasSize(3);
        assertThat(understood.at("/samples/1/0").asString()).isEqualTo("B");
        assertThat(understood.at("/samples/1/2").asString()).isEmpty();
    }

    @Test
    void refusesFaultyRowsWithTheirReasonsAndTakesTheOthers() throws IOException {
        Path refused = folder.resolve("refused.csv");
        int code = load("product", "name,list_price\nA,12\nB,cheap\nC,-1\n,5\n", "--refused", refused.toString());
        assertThat(code).isEqualTo(3);
        assertThat(latest().path("created").asInt()).isEqualTo(1);
        assertThat(latest().path("refused").asInt()).isEqualTo(3);
        assertThat(Files.readString(refused)).contains("\"\"cheap\"\" is not a number", "cannot be negative");
    }

    @Test
    void writesNothingWhenItOnlyChecksOrIsToStopAtAFault() throws IOException {
        assertThat(load("product", "name,list_price\nA,12\nB,13\n", "--dry-run"))
                .isZero();
        assertThat(latest().path("created").asInt()).isEqualTo(2);
        assertThat(load("product", "name,list_price\nA,12\nB,cheap\n", "--on-fault", "stop"))
                .isEqualTo(1);
        assertThat(count("product")).isZero();
    }

    @Test
    void keepsNoFileOfAnImportThatFailed() throws IOException {
        String rows = "A,12\n".repeat(20_000);
        assertThat(load("product", "name,list_price\n" + rows + "B,\"never closed\n"))
                .isEqualTo(1);
        assertThat(latest().path("status").asString()).isEqualTo("failed");
        assertThat(latest().at("/faults/0/message").asString()).contains("from line 20002 on");
        Path uploads = Path.of(Objects.requireNonNull(settings.getProperty("flywheel.home")), "imports");
        String id = latest().path("id").asString();
        try (Stream<Path> files = Files.walk(uploads)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain(id);
        }
    }

    @Test
    void changesWhatIsThereMakesWhatIsNotAndTakesBothBack() throws IOException {
        load("product", "external_id,name,list_price\np1,One,1\np2,Two,2\n");
        int code = load(
                "product",
                "external_id,name,list_price\np1,One,10\np3,Three,3\np3,Three,4\n",
                "--mode",
                "upsert",
                "--match",
                "external_id");
        assertThat(code).isZero();
        assertThat(latest().path("created").asInt()).isEqualTo(1);
        assertThat(latest().path("updated").asInt()).isEqualTo(2);
        assertThat(sum()).isEqualTo("16");
        assertThat(run(List.of("undo", latest().path("id").asString()))).isZero();
        assertThat(sum()).isEqualTo("3");
        assertThat(count("product")).isEqualTo(2);
    }

    @Test
    void keepsTheSumsOfWhatItBringsAndTakesBack() throws IOException {
        load("opportunity", "external_id,name,stage,amount\no1,One,Proposal,10\no2,Two,Engaging,20\n");
        load(
                "opportunity",
                "external_id,name,stage,amount\no1,One,Engaging,12\no3,Three,Engaging,5\n",
                "--mode",
                "upsert",
                "--match",
                "external_id");
        assertThat(workspace.measure("opportunity", "sum(amount where stage = \"engaging\")"))
                .isEqualTo("37");
        run(List.of("undo", latest().path("id").asString()));
        assertThat(workspace.measure("opportunity", "sum(amount where stage = \"engaging\")"))
                .isEqualTo("20");
        assertThat(workspace.measure("opportunity", "count()")).isEqualTo("2");
        JsonNode summary = workspace.get("/api/summaries").path("summaries").path(0);
        assertThat(summary.path("object").asString()).isEqualTo("opportunity");
        assertThat(summary.path("rows").asInt()).isPositive();
        assertThat(summary.path("differing").asInt()).isZero();
    }

    @Test
    void matchesKeysByTheirLettersAndSuggestsTheNearest() throws IOException {
        load("account", "name\nAcme Corporation\n");
        int code = load(
                "opportunity", "name,account,stage\na,acme-corporation,Prospecting\nb,Acme Corporatoin,Prospecting\n");
        assertThat(code).isEqualTo(3);
        JsonNode missing =
                workspace.get("/api/imports/" + latest().path("id").asString()).path("missing");
        assertThat(missing.path(0).path("suggestion").asString()).isEqualTo("Acme Corporation");
    }

    @Test
    void computesAColumnByAnExpressionOverTheOthers() throws IOException {
        int code = load("product", "name,Unit Price\nA,12\nB,\n", "--mapping", """
                {"p": {"field": "list_price", "expression": "number(Unit_Price) * 2"}, "Unit Price": null}""");
        assertThat(code).isZero();
        assertThat(sum()).isEqualTo("24");
    }

    private int load(String object, String content, String... options) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "in", ".csv"), content);
        List<String> arguments = new ArrayList<>(List.of("import", object, file.toString()));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        return workspace.run(arguments, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private JsonNode latest() {
        return workspace.get("/api/imports").path("imports").get(0);
    }

    private int count(String object) {
        return Integer.parseInt(workspace.measure(object, "count()"));
    }

    private String sum() {
        return workspace.measure("product", "sum(list_price)");
    }
}
