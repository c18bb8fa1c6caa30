/**
 * Accounts: the users and groups of {@code /etc/passwd} and {@code /etc/group} (passwd(5),
 * group(5)), computed from the contents of those files wherever they are.
 */
@NullMarked
package org.seatrial.check.account;

import org.jspecify.annotations.NullMarked;
