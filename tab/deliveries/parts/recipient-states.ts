/** Recipient states in display order, with the page that lists the people in each. */
export const stateOrder = [
  'sent',
  'sentAgain',
  'reserved',
  'waiting',
  'notNeeded',
  'uncertain',
  'notApplicable',
  'notInstalled',
  'blocked',
  'policyBlocked',
  'unreachable',
  'failed',
  'left',
  'cancelled',
] as const;

const needsSomebody = new Set<string>([
  'uncertain',
  'notApplicable',
  'notInstalled',
  'blocked',
  'policyBlocked',
  'unreachable',
  'failed',
]);
const onTheirWay = new Set<string>(['reserved', 'waiting']);

export interface StateCount {
  state: string;
  count: number;
  /** Must be informed in another way: on the list of unreachable people. */
  needsSomebody: boolean;
}

/** Counts in display order without empty states; unknown states come last. */
export function countsInOrder(counts: Readonly<Record<string, number>>): StateCount[] {
  const place = (state: string) => {
    const at = stateOrder.findIndex((known) => known === state);
    return at < 0 ? stateOrder.length : at;
  };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => place(one) - place(other))
    .map(([state, count]) => ({ state, count, needsSomebody: needsSomebody.has(state) }));
}

/** Recipients in a final state. */
export const dealtWith = (counts: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [state, count]) => (onTheirWay.has(state) ? sum : sum + count), 0);

/** Recipients not yet sent to. */
export const notYet = (counts: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [state, count]) => (onTheirWay.has(state) ? sum + count : sum), 0);
