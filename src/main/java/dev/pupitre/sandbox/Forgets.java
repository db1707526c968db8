package dev.pupitre.sandbox;

/** Whatever remembers something and has to forget it when the sandbox starts anew. */
interface Forgets {
    void startAnew();
}
