package io.flywheel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void keepsTheOrderOfFieldsAndPutsSystemFieldsLast() {
        ObjectDefinition deal =
                new TestCatalog().object("deal", """
                        label: {zh: 商机, en: Deal}
                        fields:
                          zulu: {type: text, label: Z}
                          金额: {type: money, label: 金额}
                          old_one: {type: number, label: O, retired: true}
                        """).catalog().object("deal").orElseThrow();
        assertThat(deal.fields().keySet())
                .containsExactly("zulu", "金额", "id", "version", "created_at", "created_by", "updated_at", "updated_by");
        assertThat(deal.retired()).containsOnlyKeys("old_one");
        assertThat(deal.field("金额").orElseThrow().type()).isEqualTo(new FieldType.Money(2));
    }

    @Test
    void saysWhatWasMeantInBothLanguages() {
        Fault fault = only("label: D\nfields: {name: {type: text, lable: x, label: N}}");
        assertThat(fault.path()).isEqualTo("object/deal.fields.name");
        assertThat(fault.message(Language.EN)).contains("“lable”").contains("did you mean “label”");
        assertThat(fault.message(Language.ZH)).contains("「lable」").contains("「label」");
    }

    @Test
    void namesTheNearestType() {
        assertThat(only("label: D\nfields: {name: {type: txt, label: N}}").code())
                .isEqualTo("catalog.not-among-nearest");
    }

    @Test
    void refusesPropertiesOfOtherTypes() {
        Fault fault = only("label: D\nfields: {name: {type: date, digits: 2, label: N}}");
        assertThat(fault.path()).isEqualTo("object/deal.fields.name.digits");
        assertThat(fault.code()).isEqualTo("catalog.property-of-other-type");
    }

    @Test
    void refusesNamesThatAreTaken() {
        assertThat(only("label: D\nfields: {deleted_at: {type: date, label: N}}")
                        .code())
                .isEqualTo("catalog.name-taken");
        assertThat(only("label: D\nfields: {'a b': {type: date, label: N}}").code())
                .isEqualTo("catalog.illegal-name");
    }

    private static Fault only(String yaml) {
        var faults = new io.flywheel.kernel.Faults();
        TestCatalog given = new TestCatalog();
        given.kinds().catalog(1, java.util.List.of(new Kinds.Document("object", "deal", Documents.yaml(yaml))), faults);
        assertThat(faults.list()).hasSize(1);
        return faults.list().getFirst();
    }
}
