package io.flywheel.demo.company;

import java.time.ZonedDateTime;

/** Tells a company's last two years, from its people to what they sold and how customers liked it. */
public final class Story {
    private Story() {}

    /**
     * @param now the end of the story, in the workspace's zone; the same now and settings tell the same company
     * @param director the name of whoever leads the company's sales
     */
    public static Company told(Settings settings, Words words, ZonedDateTime now, String director) {
        Company company = new Company();
        Stage stage = new Stage(settings, words, new Time(now, settings.size("months")), company);
        new Staff(stage).tell(director);
        new Market(stage).tell();
        new Deals(stage).tell();
        new Papers(stage).tell();
        new Leads(stage).tell();
        new Work(stage).tell();
        new Goals(stage).tell();
        return company;
    }
}
