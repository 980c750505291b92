package io.flywheel.catalog;

/** The few objects that the product itself knows by name: who works here. All others are the workspace's own affair. */
public final class SystemObjects {
    public static final String MEMBER = "member";
    public static final String TEAM = "team";
    public static final String POSITION = "position";
    public static final String TERRITORY = "territory";
    /** member in team from a day (inclusive) to a day (exclusive) */
    public static final String TEAM_MEMBERSHIP = "team_membership";
    /** member in territory from a day to a day */
    public static final String TERRITORY_MEMBERSHIP = "territory_membership";

    private SystemObjects() {}
}
