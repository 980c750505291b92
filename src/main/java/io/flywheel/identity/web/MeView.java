package io.flywheel.identity.web;

import io.flywheel.identity.Accounts;
import io.flywheel.identity.Identity;
import io.flywheel.identity.MeContribution;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What {@code /api/me} answers: what identity knows, then what the other modules add. */
@Component
class MeView {
    private final Accounts accounts;
    private final ObjectProvider<MeContribution> contributions;

    MeView(Accounts accounts, ObjectProvider<MeContribution> contributions) {
        this.accounts = accounts;
        this.contributions = contributions;
    }

    record WorkspaceView(UUID id, String name, String zone, int fiscalYearStart) {
        static WorkspaceView of(Workspace workspace) {
            return new WorkspaceView(
                    workspace.id(), workspace.name(), workspace.zone().getId(), workspace.fiscalYearStart());
        }
    }

    private record AccountView(
            UUID id, String email, @Nullable String language, List<WorkspaceView> workspaces) {}

    Map<String, Object> of(Actor actor, Identity.Kind kind, @Nullable UUID account) {
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("member", Map.of("id", actor.member()));
        me.put("workspace", WorkspaceView.of(actor.workspace()));
        me.put("language", actor.language().tag());
        me.put("by", kind == Identity.Kind.KEY ? "key" : "session");
        if (account != null) {
            me.put("account", account(account));
        }
        contributions.orderedStream().forEach(part -> me.putAll(part.about(actor)));
        return me;
    }

    private AccountView account(UUID id) {
        Accounts.Account account = accounts.get(id);
        return new AccountView(
                id,
                account.email(),
                account.language() == null ? null : account.language().tag(),
                accounts.memberships(id).stream()
                        .map(Accounts.Membership::workspace)
                        .map(WorkspaceView::of)
                        .toList());
    }
}
