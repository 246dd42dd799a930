/** "Skriv i loggen", on the cards of tests and downtimes: `{ subjectKey }` and the field's text. */
export const logDecisionVerb = 'contingency.logDecision';
/** The field's id in the card. */
export const decisionField = 'text';
/** Characters, as in the tab. */
export const longestDecision = 2_000;
