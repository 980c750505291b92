package io.flywheel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RowScope;
import io.flywheel.demo.writing.Bookkeeper;
import io.flywheel.identity.Accounts;
import io.flywheel.identity.SignUp;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sample companies on the whole product: every batch passes the rules, or the sign-up would fail. */
class SampleDataTest extends ProductTest {
    @Autowired
    private DemoWorkspace demo;

    @Autowired
    private DemoPassword password;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Access access;

    @Test
    void aSignUpWithSampleDataBeginsWithALivingCompany() {
        for (Language language : Language.values()) {
            SignUp.Founded founded = signUp.found(new SignUp.Wish(
                    "Sample", Ids.next() + "@example.com", "a long enough password", language, "", true));
            Actor actor = new Actor(founded.workspace(), founded.member(), language);
            assertThat(count(actor, "select count(*) from %s.opportunity")).isGreaterThan(150);
            assertThat(count(actor, "select count(*) from %s.member")).isEqualTo(20);
            assertThat(value(
                            actor,
                            "select t.code from %s.member m join %s.team t on t.id = m.team where m.id = '"
                                    + founded.member() + "'"))
                    .isEqualTo("C");
            assertThat(count(actor, "select count(*) from %s.task where due_on >= current_date"))
                    .isPositive();
        }
    }

    @Test
    void theDemoCompanyIsWholeAndThreePeopleCanSignIn() {
        Actor actor = new Actor(demo.found(Language.ZH), Ids.next(), Language.ZH);
        String secret = password.kept().orElseThrow();
        accounts.signIn(DemoWorkspace.EMAIL, secret);
        var manager = accounts.memberships(
                        accounts.signIn("manager@flywheel.example", secret).id())
                .getFirst();
        var rep = accounts.memberships(
                        accounts.signIn("rep@flywheel.example", secret).id())
                .getFirst();
        String deals = "opportunity";
        assertThat(scope(actor, manager)).isInstanceOf(RowScope.Owners.class);
        assertThat(scope(actor, rep)).isInstanceOf(RowScope.Owners.class);
        assertThat(count(actor, "select count(*) from %s." + deals)).isGreaterThan(2_400);
        assertThat(count(actor, "select count(*) from %s." + deals + " where owner = '" + rep.member() + "'"))
                .isPositive();
        assertThat(count(actor, "select count(*) from %s.stage_event where at > now() - interval '1 minute'"))
                .isLessThan(20);
        assertThat(count(
                        actor,
                        "select count(*) from %s.opportunity o where stage_since is distinct from"
                                + " (select max(at) from %s.stage_event e where e.opportunity = o.id)"))
                .isZero();
        assertThat(count(
                        actor,
                        "select count(*) from %s.sales_order o join %s.opportunity d on d.id = o.opportunity"
                                + " where o.amount <> d.amount"))
                .isZero();
        assertThat(count(actor, "select count(*) from %s.sys_change_log where cause = '" + Bookkeeper.CAUSE + "'"))
                .isGreaterThan(30_000);
    }

    private RowScope scope(Actor actor, Accounts.Membership membership) {
        return access.on(new Actor(actor.workspace(), membership.member(), Language.ZH), "opportunity")
                .scope(Right.SEE);
    }

    private long count(Actor actor, String sql) {
        return new BigDecimal(java.util.Objects.requireNonNull(value(actor, sql))).longValueExact();
    }
}
