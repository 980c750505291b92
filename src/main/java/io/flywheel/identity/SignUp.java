package io.flywheel.identity;

import io.flywheel.database.Database;
import io.flywheel.identity.secret.Passwords;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A workspace of one's own in seconds: its schema, its contents, its first member, and a way in. All or nothing. */
@Component
public class SignUp {
    private static final int LONGEST_NAME = 100;

    private final Workspaces workspaces;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Database database;
    private final ObjectProvider<Founding> foundings;

    public SignUp(
            Workspaces workspaces,
            Accounts accounts,
            Passwords passwords,
            Database database,
            ObjectProvider<Founding> foundings) {
        this.workspaces = workspaces;
        this.accounts = accounts;
        this.passwords = passwords;
        this.database = database;
        this.foundings = foundings;
    }

    /** @param name of the workspace; @param template see {@link Founder} */
    public record Wish(
            String name, String email, String password, Language language, String template, boolean sampleData) {}

    public record Founded(Workspace workspace, UUID account, UUID member) {}

    /**
     * @throws Problem.Invalid with every fault of the wish; an e-mail that has an account must come with its password
     * @throws Problem.Busy after too many wrong passwords
     */
    public Founded found(Wish wish) {
        check(wish);
        String hash = passwords.hash(wish.password());
        Workspace workspace = workspaces.begin(wish.name().strip(), wish.language());
        boolean founded = false;
        try {
            Founder founder = founder(wish);
            inOrder().forEach(founding -> founding.found(workspace, founder));
            UUID account = database.platformTransaction(connection -> {
                UUID id = accounts.insert(connection, wish.email(), hash, wish.language());
                Accounts.join(connection, id, workspace, founder.member());
                return id;
            });
            workspaces.finish(workspace);
            founded = true;
            return new Founded(workspace, account, founder.member());
        } finally {
            if (!founded) {
                workspaces.remove(workspace);
            }
        }
    }

    private List<Founding> inOrder() {
        return foundings.stream()
                .sorted(Comparator.comparingInt(Founding::order))
                .toList();
    }

    private static Founder founder(Wish wish) {
        String email = wish.email().strip();
        return new Founder(
                Ids.next(), email.replaceFirst("@.*", ""), email, wish.language(), wish.template(), wish.sampleData());
    }

    private void check(Wish wish) {
        Faults faults = new Faults();
        int length = wish.name().strip().length();
        if (length == 0 || length > LONGEST_NAME) {
            faults.add("name", "identity.name-length", "longest", LONGEST_NAME);
        }
        Accounts.checkEmail(wish.email(), faults);
        boolean known = accounts.exists(wish.email());
        if (!known) {
            Passwords.check("password", wish.password(), wish.email(), faults);
        }
        faults.refuse();
        if (known) {
            checkOwner(wish);
        }
    }

    private void checkOwner(Wish wish) {
        try {
            accounts.signIn(wish.email(), wish.password());
        } catch (Problem.Unauthenticated wrong) {
            throw new Problem.Invalid(Fault.of("email", "identity.email-has-account"));
        }
    }
}
