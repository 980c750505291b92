package io.flywheel.demo;

import io.flywheel.catalog.SystemObjects;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.identity.Accounts;
import io.flywheel.identity.SignUp;
import io.flywheel.identity.Workspaces;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On a fresh installation a whole company to look around in, unless {@code FLYWHEEL_DEMO=false}. It is made after the
 * server answers, in the background, and each start tells how to sign in.
 */
@Component
final class DemoWorkspace {
    static final String EMAIL = "demo@flywheel.example";
    private static final List<String> OTHERS = List.of("manager@flywheel.example", "rep@flywheel.example");
    private static final Logger LOG = LoggerFactory.getLogger(DemoWorkspace.class);

    private final SignUp signUp;
    private final Workspaces workspaces;
    private final Accounts accounts;
    private final Database database;
    private final DemoPassword password;
    private final Clock clock;
    private final boolean wanted;

    DemoWorkspace(
            SignUp signUp,
            Workspaces workspaces,
            Accounts accounts,
            Database database,
            DemoPassword password,
            Clock clock,
            @Value("${flywheel.demo:true}") boolean wanted) {
        this.signUp = signUp;
        this.workspaces = workspaces;
        this.accounts = accounts;
        this.database = database;
        this.password = password;
        this.clock = clock;
        this.wanted = wanted;
    }

    @EventListener
    @Order(10)
    void ready(ApplicationReadyEvent event) {
        if (wanted
                && event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            int port = context.getWebServer().getPort();
            Thread.ofPlatform().name("demo").daemon().start(() -> open(port));
        }
    }

    private void open(int port) {
        try {
            if (workspaces.all().isEmpty()) {
                LOG.info("Making the demo company (FLYWHEEL_DEMO=false leaves it out)");
                Instant begun = clock.instant();
                found(Language.ZH);
                LOG.info(
                        "The demo company stands after {} s",
                        Duration.between(begun, clock.instant()).toMillis() / 1000.0);
            }
            if (accounts.exists(EMAIL)) {
                LOG.info(
                        "Demo: http://localhost:{} — {} (administrator), {} (manager), {} (rep) / {}",
                        port,
                        EMAIL,
                        OTHERS.getFirst(),
                        OTHERS.getLast(),
                        password.kept().orElse("the password you set"));
            }
        } catch (RuntimeException e) {
            LOG.error("The demo company could not be made; Flywheel runs without it", e);
        }
    }

    /** The company, and a way in for its founder, a manager and a rep. */
    Workspace found(Language language) {
        String secret = password.fresh();
        String name = language == Language.ZH ? "演示公司" : "Demo company";
        SignUp.Founded founded = signUp.found(new SignUp.Wish(name, EMAIL, secret, language, "", true));
        for (String email : OTHERS) {
            accounts.create(email, secret, founded.workspace(), member(founded.workspace(), email));
        }
        return founded.workspace();
    }

    private UUID member(Workspace workspace, String email) {
        return database.in(
                workspace,
                connection -> Sql.of(
                                "select id from \"" + workspace.schema() + "\"." + SystemObjects.MEMBER
                                        + " where email = ?",
                                email)
                        .first(connection, row -> row.getObject(1, UUID.class))
                        .orElseThrow());
    }
}
