package io.flywheel.query.run;

import io.flywheel.access.ObjectRights;
import io.flywheel.kernel.Actor;
import io.flywheel.query.Grouping;
import io.flywheel.query.Page;
import io.flywheel.query.Queries;
import io.flywheel.query.Selection;
import io.flywheel.query.Table;
import org.springframework.stereotype.Component;

/** The records of the database. */
@Component
class StoredRecords implements Queries {
    private final Lists lists;
    private final Groups groups;

    StoredRecords(Lists lists, Groups groups) {
        this.lists = lists;
        this.groups = groups;
    }

    @Override
    public Page select(Actor actor, Selection selection) {
        return lists.page(actor, selection);
    }

    @Override
    public Page select(Actor actor, Selection selection, ObjectRights.Right right) {
        return lists.page(actor, selection, right);
    }

    @Override
    public Table group(Actor actor, Grouping grouping) {
        return groups.table(actor, grouping);
    }
}
