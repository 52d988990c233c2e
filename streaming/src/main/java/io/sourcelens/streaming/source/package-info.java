/** The way out of the log: records as they are, none of them judged. */
package io.sourcelens.streaming.source;
