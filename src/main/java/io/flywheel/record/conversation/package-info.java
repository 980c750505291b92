/** The facility conversation: comments on a record, mentions in them, and who follows it. */
@NullMarked
package io.flywheel.record.conversation;

import org.jspecify.annotations.NullMarked;
