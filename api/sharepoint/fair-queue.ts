/** A call that waits for its turn. */
export interface Waiting {
  units: number;
  who: string;
  start(): void;
  turnAway(): void;
}

/** First in, first out for the calls of one person; people take turns. */
export function fairQueue() {
  const byPerson = new Map<string, Waiting[]>();
  let length = 0;
  const take = (who: string, own: Waiting[], place: number) => {
    const [taken] = own.splice(place, 1);
    length -= 1;
    // A served person goes last.
    byPerson.delete(who);
    if (own.length > 0) byPerson.set(who, own);
    return taken;
  };
  return {
    get length() {
      return length;
    },
    waitingOf: (who: string): number => byPerson.get(who)?.length ?? 0,
    add: (one: Waiting) => {
      const own = byPerson.get(one.who);
      if (own) own.push(one);
      else byPerson.set(one.who, [one]);
      length += 1;
    },
    /** The first call of the first person that may go. */
    next: (may: (one: Waiting) => boolean): Waiting | undefined => {
      for (const [who, own] of byPerson) if (own[0] && may(own[0])) return take(who, own, 0);
      return undefined;
    },
    all: (): Waiting[] => [...byPerson.values()].flat(),
    some: (is: (one: Waiting) => boolean): boolean => [...byPerson.values()].some(([first]) => first && is(first)),
    leave: (one: Waiting): boolean => {
      const own = byPerson.get(one.who) ?? [];
      const place = own.indexOf(one);
      if (place < 0) return false;
      own.splice(place, 1);
      length -= 1;
      if (own.length === 0) byPerson.delete(one.who);
      return true;
    },
  };
}
