/** "Skriv i loggen", on the cards of tests and downtimes: `{ subjectKey }` and what stands in the field. */
export const logDecisionVerb = 'contingency.logDecision';
/** The field's id in the card. */
export const decisionField = 'text';
/** Characters, as the tab takes them. */
export const longestDecision = 2_000;
