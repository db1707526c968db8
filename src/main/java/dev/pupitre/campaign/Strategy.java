package dev.pupitre.campaign;

/** To whom of those who have room a waiting conversation is given. */
public enum Strategy {
    /** The one with most places free; of equals, the one who waited longest. */
    LEAST_BUSY,
    /** Each in turn. */
    ROUND_ROBIN,
    /** The one who was given nothing for longest. */
    LONGEST_IDLE,
    /** The first of the members, in their order, who has room. */
    LINEAR,
    /** Those with the expertise that the table {@code routing} asks for, the least busy first; else anyone. */
    EXPERTISE,
    /** The one who had this customer last, if online and with room; else the least busy. */
    STICKY,
    /** All at once: the first to claim it. */
    ALL_AT_ONCE
}
