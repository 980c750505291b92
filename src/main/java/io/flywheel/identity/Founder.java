package io.flywheel.identity;

import io.flywheel.kernel.Language;
import java.util.UUID;

/**
 * Who founds a workspace, and how it shall begin.
 *
 * @param member the id that the first member's record must get
 * @param name the person's or, if none was given, the part of the e-mail before the {@code @}
 * @param template which packaged apps to install, such as {@code crm}; empty = the usual ones
 * @param sampleData whether it shall begin with sample records
 */
public record Founder(UUID member, String name, String email, Language language, String template, boolean sampleData) {}
