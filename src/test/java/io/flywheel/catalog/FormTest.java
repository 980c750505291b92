package io.flywheel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.catalog.FormDefinition.Related;
import io.flywheel.kernel.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {
    @Test
    void readsHowAPageIsLaidOut() {
        FormDefinition form = shop("""
                label: F
                object: deal
                header: [price]
                sections:
                  - {label: Main, columns: 3, fields: [name, price]}
                  - {fields: [lines]}
                related: [{field: lines, columns: [text, deal.price]}, {object: line, via: deal}]
                """)
                .catalog()
                .find(Catalog.FORM, "deal", FormDefinition.class)
                .orElseThrow();
        assertThat(form.header()).containsExactly("price");
        assertThat(form.sections())
                .extracting(FormDefinition.Section::columns, FormDefinition.Section::fields)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, List.of("name", "price")),
                        org.assertj.core.groups.Tuple.tuple(2, List.of("lines")));
        assertThat(form.related())
                .containsExactly(
                        new Related("lines", null, null, List.of("text", "deal.price")),
                        new Related(null, "line", "deal", List.of()));
    }

    @Test
    void namesEveryPlaceThatDoesNotFit() {
        List<Fault> faults = shop("""
                label: F
                object: deal
                header: [lines, cost]
                sections: [{fields: [name]}, {fields: [name, colour]}]
                related: [{field: price}, {object: line, via: text}, {field: lines, columns: [colour]}]
                """).faults().list();
        assertThat(faults)
                .extracting(Fault::path)
                .containsExactly(
                        "form/deal.header[0]",
                        "form/deal.header[1]",
                        "form/deal.sections[1].fields[1]",
                        "form/deal.sections[1].fields[0]",
                        "form/deal.related[0].field",
                        "form/deal.related[1].via",
                        "form/deal.related[2].columns[0]");
    }

    @Test
    void refusesAFormOfNothingAndAListOfNothing() {
        assertThat(shop("label: F\nobject: dael\nsections: [{fields: [name]}]")
                        .faults()
                        .list())
                .extracting(Fault::code)
                .containsExactly("catalog.no-such-object-nearest");
        assertThat(shop("label: F\nobject: deal\nsections: [{fields: [name]}]\nrelated: [{object: line}]")
                        .faults()
                        .list())
                .extracting(Fault::path)
                .containsExactly("form/deal.related[0].via");
    }

    private static TestCatalog shop(String form) {
        return new TestCatalog().object("deal", """
                        label: D
                        roles: {title: name}
                        fields:
                          name: {type: text, label: N}
                          price: {type: money, label: P}
                          lines: {type: lines, object: line, via: deal, label: L}
                        """).object("line", """
                        label: L
                        fields:
                          deal: {type: reference, object: deal, label: D}
                          text: {type: text, label: T}
                        """).definition("form", "deal", form);
    }
}
