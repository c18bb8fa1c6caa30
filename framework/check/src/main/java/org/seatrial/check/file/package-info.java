/**
 * Files, wherever they are: the requests that a place answers about them, the values observed,
 * selections of files as data, and the subjects and conditions that checks are written with.
 */
@NullMarked
package org.seatrial.check.file;

import org.jspecify.annotations.NullMarked;
