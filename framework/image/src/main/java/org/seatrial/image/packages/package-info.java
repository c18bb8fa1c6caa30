/**
 * The packages of an operating system: what dpkg, apk and rpm record as installed, read from their
 * databases without running them; versions ordered as each system orders them; the subjects and
 * conditions that checks are written with. The databases come from an image and are read as hostile
 * input. May depend on the checks and their files only.
 */
@NullMarked
package org.seatrial.image.packages;

import org.jspecify.annotations.NullMarked;
