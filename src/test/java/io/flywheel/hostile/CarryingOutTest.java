package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor.Answer;
import org.junit.jupiter.api.Test;

/** To see a record is not yet to carry it out in a file: that is a right with a reach of its own. */
class CarryingOutTest extends Company {
    private static final String DEALS = "/api/objects/opportunity/export?fields=name,amount";

    @Test
    void reachesAsFarAsTheRightToDoSoAndHidesWhatIsHidden() {
        put("/api/definitions/role/carrier", HostileTest.yaml("""
                label: {zh: 导出, en: Carrier}
                objects:
                  opportunity: {rights: [see, export], scope: {see: all, export: own}}
                  account: {rights: [see], scope: all}
                fields: {opportunity.source: hidden}
                """).toString());
        put("/api/members/" + annId + "/roles", "{\"roles\":[\"carrier\"]}");
        assertThat(ann.get("/api/objects/opportunity/records").raw().body()).contains("secret deal");
        Answer file = ann.get(DEALS);
        assertThat(file.status()).as(file.raw().body()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("attachment", "opportunity-", ".csv");
        assertThat(file.raw().body()).contains("open deal").doesNotContain("secret deal");
        HostileTest.assertRefused(ann.get("/api/objects/account/export"), 403, "exchange.may-not-export");
        HostileTest.assertRefused(ann.get("/api/objects/quote/export"), 404, "access.no-such-object");
        HostileTest.assertRefused(ann.get("/api/objects/opportunity/export?fields=source"), 422, "fields");
        HostileTest.assertRefused(ann.get(DEALS + "&where=nope"), 422, "where");
        HostileTest.assertRefused(ann.get(DEALS + "&format=pdf"), 400, "exchange.export-format");
        assertThat(boss.get(DEALS).raw().body()).contains("open deal", "secret deal");
    }
}
