/** Fair queue: one item of each person in turn, so that a person with a hundred items delays only themselves. */
export function waitingByPerson<Waiting>() {
  const queues = new Map<string, Waiting[]>();
  return {
    add(who: string, one: Waiting): void {
      const others = queues.get(who);
      if (others) others.push(one);
      else queues.set(who, [one]);
    },
    /** The next item; undefined when there is none. */
    next(): Waiting | undefined {
      const [first] = queues;
      if (!first) return undefined;
      const [who, [one, ...rest]] = first;
      queues.delete(who);
      if (rest.length > 0) queues.set(who, rest);
      return one;
    },
    isEmpty: () => queues.size === 0,
    /** Number of items queued for a person. */
    countOf: (who: string): number => queues.get(who)?.length ?? 0,
  };
}
