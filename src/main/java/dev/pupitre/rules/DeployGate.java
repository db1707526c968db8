package dev.pupitre.rules;

/** What a table has to pass before it is deployed; there may be several, and each refuses by a problem of its own. */
interface DeployGate {
    /**
     * Lets the table pass, or refuses it.
     *
     * @param acknowledged whether the analyst has seen the warnings and deploys all the same
     * @throws org.springframework.web.ErrorResponseException 422 with what has to be mended
     */
    void demand(TableName table, String dmn, boolean acknowledged);
}
