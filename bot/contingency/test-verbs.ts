import type { Verbs } from '../actions/index.ts';
import { logDecisionVerb } from './decision-field.ts';
import { logDecisionAction } from './log-decision-action.ts';
import { stepDoneVerb } from './own-steps.ts';
import { stepDoneAction } from './step-done-action.ts';

/** The buttons of cards of tests and downtimes with a log. */
export const contingencyTestVerbs: Verbs = { [logDecisionVerb]: logDecisionAction, [stepDoneVerb]: stepDoneAction };
