/**
 * Values that were found in text, and the conditions on them: the text itself, or a value in a JSON
 * document. They know nothing of where the text comes from, so a file's content, the output of a
 * command and the body of a response share them. Depends on checks only.
 */
@NullMarked
package org.seatrial.check.value;

import org.jspecify.annotations.NullMarked;
