package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor.Answer;
import org.junit.jupiter.api.Test;

/** Handing over is a right with a reach of its own, whatever else may be changed. */
class HandingOverTest extends Company {
    @Test
    void reachesAsFarAsTheRightToDoSo() {
        put("/api/definitions/role/giver", HostileTest.yaml("""
                label: {zh: 转交, en: Giver}
                objects:
                  "*": {rights: [see], scope: all}
                  opportunity: {rights: [see, change, transfer], scope: {see: all, change: all, transfer: own}}
                """).toString());
        put("/api/members/" + annId + "/roles", "{\"roles\":[\"giver\"]}");
        String deals = "/api/objects/opportunity/records/";
        assertThat(ann.patch(deals + bobDeal, "{\"amount\":3}").status()).isEqualTo(200);
        Answer taken = ann.patch(deals + bobDeal, "{\"owner\":\"" + annId + "\"}");
        HostileTest.assertRefused(taken, 403, "record.out-of-reach");
        assertThat(boss.get(deals + bobDeal).body().at("/owner").toString()).contains(bobId);
        String many = "[{\"id\":\"" + annDeal + "\",\"owner\":\"" + bobId + "\"},{\"id\":\"" + bobDeal
                + "\",\"owner\":\"" + annId + "\"}]";
        HostileTest.assertRefused(ann.patch("/api/objects/opportunity/records", many), 422, "[1] record.out-of-reach");
        assertThat(ann.patch(deals + annDeal, "{\"owner\":\"" + bobId + "\"}").status())
                .isEqualTo(200);
    }
}
