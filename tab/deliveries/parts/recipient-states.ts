/** Recipient states in the order they are told, and where the people in one are listed. */
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
  /** Somebody must tell them in another way: on the list of those out of reach. */
  needsSomebody: boolean;
}

/** Counts in telling order, empty states left out; states nobody has heard of come last rather than vanish. */
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

/** How many recipients have reached an end. */
export const dealtWith = (counts: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [state, count]) => (onTheirWay.has(state) ? sum : sum + count), 0);

/** How many have not been sent to yet. */
export const notYet = (counts: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [state, count]) => (onTheirWay.has(state) ? sum + count : sum), 0);
