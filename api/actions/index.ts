/** Actions: what one person does by a day, of every kind: an obligation that is reported on, done or given up. */
export { actionsOf } from './actions-of.ts';
export { actionState, outcomeColumns } from './action.ts';
