package dev.pupitre.assistant;

/**
 * What a search has found.
 *
 * @param score how much the question and the wording have in common, from 0 to 1; see {@link KnowledgeIndex}
 */
record Found(Knowledge knowledge, double score) {}
