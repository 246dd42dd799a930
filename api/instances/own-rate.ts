import { rateRules } from './rate-rules.ts';

/**
 * What an instance may do of the whole rate while it cannot ask Redis: its part, and the milliseconds before it may.
 */
export interface OwnPart {
  part: number;
  waitMs: number;
}

const { freshFor, memberLasts, slowest } = rateRules;

/**
 * The part of the rate that is an instance's own while Redis cannot be asked. Redis leaves it out of what it gives: it
 * gives the parts of those that beat lately, and knows of the others for as long as a membership lasts. Afterwards what
 * lies between the target and Teams' limit has to do, which is enough for answers: nobody leads then. Times in
 * milliseconds.
 */
export function ownRate(now: () => number) {
  let askedAt = -Infinity;
  let agreedAt = -Infinity;
  let counts: readonly { at: number; count: number }[] = [];

  /** Of the last beats, and of the latest one whenever it was. */
  const recent = () => counts.filter(({ at }, index) => index === counts.length - 1 || at > now() - 2 * memberLasts);
  /** The most instances of late: an empty Redis knows fewer than there are, also when it is lost a second time. */
  const most = (): number => Math.max(1, ...recent().map(({ count }) => count));

  return {
    /** A beat is sent: Redis may take it although no answer comes. */
    asked: () => {
      askedAt = now();
    },
    /** A beat that was sent at a time is answered with the number of members. */
    agreed: (count: number, at: number) => {
      agreedAt = at;
      counts = [...recent(), { at, count }];
    },
    most,
    part: (): OwnPart => {
      const instances = most();
      const lapsed = now() - agreedAt >= memberLasts;
      return {
        // Another may have joined since.
        part: lapsed ? slowest / instances : 1 / (instances + 1),
        waitMs: Math.max(0, askedAt + freshFor - now()),
      };
    },
  };
}
