/**
 * Who waits, in the order in which they are served: one of each person, and then from the front again. Whoever has a
 * hundred waiting waits for them, and nobody else does.
 */
export function waitingByPerson<Waiting>() {
  const queues = new Map<string, Waiting[]>();
  return {
    add(who: string, one: Waiting): void {
      const others = queues.get(who);
      if (others) others.push(one);
      else queues.set(who, [one]);
    },
    /** Whose turn it is; undefined when nobody waits. */
    next(): Waiting | undefined {
      const [first] = queues;
      if (!first) return undefined;
      const [who, [one, ...rest]] = first;
      queues.delete(who);
      if (rest.length > 0) queues.set(who, rest);
      return one;
    },
    isEmpty: () => queues.size === 0,
    /** How many things a person has waiting. */
    countOf: (who: string): number => queues.get(who)?.length ?? 0,
  };
}
