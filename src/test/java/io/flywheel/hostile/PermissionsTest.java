package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a reader is told of what he may do. */
class PermissionsTest extends Company {
    @Test
    void namesTheFieldsThatMayBeSeenAndNotChanged() {
        put("/api/definitions/role/careful", """
                {"label": {"zh": "谨慎", "en": "Careful"},
                 "objects": {"opportunity": {"rights": ["see", "change"], "scope": "all"}},
                 "fields": {"opportunity.amount": "read", "opportunity.note": "hidden"}}""");
        put("/api/members/" + annId + "/roles", "{\"roles\":[\"careful\"]}");
        JsonNode permissions = ann.get("/api/me").body().path("permissions");
        assertThat(permissions.at("/fixed/opportunity").valueStream().map(JsonNode::asString))
                .containsExactly("amount");
        Answer refused = ann.patch("/api/objects/opportunity/records/" + annDeal, "{\"amount\": 6}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(boss.get("/api/me").body().at("/permissions/fixed").isEmpty())
                .isTrue();
    }
}
