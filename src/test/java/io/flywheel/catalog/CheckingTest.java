package io.flywheel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckingTest {
    @Test
    void namesTheCircleOfFormulasOnce() {
        List<Fault> faults = faults("""
                label: D
                fields:
                  a: {type: formula, label: A, expression: "b + 1", result: {type: number}}
                  b: {type: formula, label: B, expression: "c + 1", result: {type: number}}
                  c: {type: formula, label: C, expression: "a + 1", result: {type: number}}
                """);
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().message(Language.EN)).contains("deal.a → deal.b → deal.c → deal.a");
    }

    @Test
    void findsACircleThroughARollUpOfAnotherObject() {
        List<Fault> faults = new TestCatalog()
                .object("deal", """
                        label: D
                        fields:
                          total: {type: rollUp, object: line, via: deal, function: sum, of: share, result: {type: number},
                            label: T}
                        """)
                .object("line", """
                        label: L
                        fields:
                          deal: {type: reference, object: deal, label: D}
                          share: {type: formula, label: S, expression: "deal.total / 2", result: {type: number}}
                        """)
                .faults()
                .list();
        assertThat(faults).extracting(Fault::code).contains("catalog.formula-cycle", "catalog.roll-up-of-unstored");
    }

    @Test
    void addsUpFormulasThatBuildOnEachOther() {
        assertThat(faults(chain(10, "%1$s + %1$s"))).isEmpty();
        Fault doubled = only(chain(30, "%1$s + %1$s"));
        assertThat(doubled.code()).isEqualTo("catalog.formulas-too-large");
        assertThat(doubled.path()).isEqualTo("object/deal.fields.f12.expression");
        assertThat(doubled.message(Language.EN)).contains("100000 characters");
        assertThat(doubled.message(Language.ZH)).contains("100000 个字符");
        assertThat(only(chain(410, "%s + 1")).path()).isEqualTo("object/deal.fields.f400.expression");
    }

    @Test
    void addsUpFormulasOfOtherRecordsAndOfLines() {
        String account = "label: A\nfields: {deals: {type: lines, object: deal, via: account, label: D}, "
                + "total: {type: formula, label: T, expression: \"sum(deals.f9) + sum(deals.f9)\", result: {type: number}},"
                + "twice: {type: formula, label: U, expression: \"total + total\", result: {type: number}}}";
        String deal = chain(9, "%1$s + %1$s") + "  account: {type: reference, object: account, label: A}\n";
        String ofAccount = "  a%d: {type: formula, label: F, expression: \"%s\", result: {type: number}}\n";
        String read = ofAccount.formatted(1, "account.twice") + ofAccount.formatted(2, "a1 + account.twice");
        assertThat(new TestCatalog()
                        .object("account", account)
                        .object("deal", deal + read)
                        .faults()
                        .list())
                .extracting(Fault::path)
                .containsExactly("object/deal.fields.a2.expression");
    }

    /** Each formula reads the one before it. */
    private static String chain(int formulas, String expression) {
        StringBuilder yaml = new StringBuilder("label: D\nfields:\n  f0: {type: number, label: N}\n");
        for (int i = 1; i <= formulas; i++) {
            yaml.append("  f%d: {type: formula, label: F, expression: \"%s\", result: {type: number}}\n"
                    .formatted(i, expression.formatted("f" + (i - 1))));
        }
        return yaml.toString();
    }

    @Test
    void placesAFaultAtItsExpression() {
        Fault fault = only("""
                label: D
                fields:
                  amount: {type: money, label: A}
                  twice: {type: formula, label: B, expression: "amuont * 2", result: {type: money}}
                """);
        assertThat(fault.path()).isEqualTo("object/deal.fields.twice.expression");
        assertThat(fault.message(Language.EN)).contains("amount");
    }

    @Test
    void refusesADefaultOfAnotherType() {
        Fault fault = only("label: D\nfields: {amount: {type: money, label: A, default: '\"much\"'}}");
        assertThat(fault.path()).isEqualTo("object/deal.fields.amount.default");
        assertThat(fault.message(Language.ZH)).contains("文本").contains("金额");
    }

    @Test
    void takesAnOptionAsDefaultOnlyIfThereIsOne() {
        String field = "label: D\nfields: {stage: {type: choice, label: S, options: {a: A}, default: '\"%s\"'}}";
        assertThat(faults(field.formatted("a"))).isEmpty();
        assertThat(faults(field.formatted("b"))).extracting(Fault::code).containsExactly("catalog.result-does-not-fit");
    }

    @Test
    void refusesAReferenceToNothingAndNamesTheNearest() {
        Fault fault = only("label: D\nfields: {parent: {type: reference, object: dael, label: P}}");
        assertThat(fault.code()).isEqualTo("catalog.no-such-object-nearest");
        assertThat(fault.arguments()).containsEntry("nearest", "deal");
    }

    @Test
    void refusesToIndexWhatHasNoColumn() {
        Fault fault = only("""
                label: D
                fields:
                  due: {type: date, label: D}
                  late: {type: formula, label: L, expression: "due < today()", result: {type: yesNo}, indexed: true}
                """);
        assertThat(fault.path()).isEqualTo("object/deal.fields.late.indexed");
    }

    @Test
    void refusesSummariesOfWhatIsNotThereOrNotStored() {
        List<Fault> faults = faults("""
                label: D
                fields:
                  stage: {type: text, length: 50, label: S}
                  note: {type: longText, label: N}
                  amount: {type: money, label: A}
                  late: {type: formula, label: L, expression: "daysBetween(today(), today())", result: {type: number}}
                summaries:
                  - {by: [stag], sums: [amount]}
                  - {by: [note]}
                  - {by: [stage], sums: [late, stage]}
                  - {by: [amount], sums: [amount]}
                """);
        assertThat(faults)
                .extracting(Fault::code)
                .containsExactly(
                        "catalog.no-such-field-nearest",
                        "catalog.cannot-be-summed-by",
                        "catalog.cannot-be-summed",
                        "catalog.cannot-be-summed",
                        "catalog.summed-by-itself",
                        "catalog.summed-by-itself");
    }

    @Test
    void refusesARoleThatTheFieldCannotPlay() {
        Fault fault = only("label: D\nroles: {amount: name}\nfields: {name: {type: text, label: N}}");
        assertThat(fault.path()).isEqualTo("object/deal.roles.amount");
    }

    @Test
    void holdsAViewAgainstItsObject() {
        List<Fault> faults = new TestCatalog()
                .object("deal", "label: D\nfields: {name: {type: text, label: N}}")
                .definition("view", "deals", "label: V\nobject: deal\ncolumns: [name, nmae]\norder: [-name]")
                .faults()
                .list();
        assertThat(faults).extracting(Fault::path).containsExactly("view/deals.columns[1]");
    }

    private static Fault only(String yaml) {
        List<Fault> faults = faults(yaml);
        assertThat(faults).hasSize(1);
        return faults.getFirst();
    }

    private static List<Fault> faults(String yaml) {
        return new TestCatalog().object("deal", yaml).faults().list();
    }
}
