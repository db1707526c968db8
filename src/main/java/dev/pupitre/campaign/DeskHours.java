package dev.pupitre.campaign;

import java.time.Instant;
import java.util.Optional;

/** When the desk of a campaign is open, as the table {@code business-hours} says it. */
public interface DeskHours {
    /** When the desk opens next, which is never at or before this instant; empty when it will not for long. */
    Optional<Instant> nextOpening(Campaign campaign, Instant instant);
}
