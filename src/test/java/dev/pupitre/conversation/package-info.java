@NullMarked
package dev.pupitre.conversation;

import org.jspecify.annotations.NullMarked;
