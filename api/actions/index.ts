/** Actions: what one person does by a day, of every kind: an obligation that is reported on, done or given up. */
export { actionsOf, type ActionKind } from './actions-of.ts';
export { actionState, isOpen, outcomeColumns, type Action } from './action.ts';
