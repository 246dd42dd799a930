import type { Redis } from 'ioredis';
import type { InstanceSeen } from '../instances.ts';
import { ownRate } from '../own-rate.ts';
import { rateRules } from '../rate-rules.ts';
import { asked } from './connection.ts';
import { everyInstance, heartbeat, leave } from './scripts.ts';
import { script } from './script.ts';

export interface MembershipOptions {
  client: Redis;
  prefix: string;
  id: string;
  /** After each beat; `wasGone`: the membership had ended, or Redis has lost it. */
  onBeat(wasGone: boolean): void;
}

/** Milliseconds. The lease ends at the server later than the leader believes. */
const beatEvery = 1_000;
const leaseLasts = 10_000;
const believedFor = 7_000;
const { memberLasts } = rateRules;

export type Membership = ReturnType<typeof membership>;

/** Who is there and who leads, agreed on by a beat a second. */
export function membership({ client, prefix, id, onBeat }: MembershipOptions) {
  const keys = ['members', 'lease', 'units', 'heard', 'said'].map((name) => prefix + name);
  const scripts = {
    beat: script(client, heartbeat),
    leave: script(client, leave),
    every: script(client, everyInstance),
  };
  const rate = ownRate(() => performance.now());
  let agreedAt = -Infinity;
  let ledAt = -Infinity;
  let count = 1;
  let clockAhead = 0;
  let wasLeading = false;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  let begin: (() => void) | undefined;
  let shared: { used(): number; others(sum: number): void } | undefined;
  let says: (() => string) | undefined;
  let said = '';
  let beating: Promise<void> | undefined;

  const leads = () => performance.now() - ledAt < believedFor;
  const isAgreed = () => performance.now() - agreedAt < believedFor;

  async function beat(): Promise<void> {
    const at = performance.now();
    const used = Math.round(shared?.used() ?? 0);
    const wants = closing || begin === undefined ? 0 : 1;
    const first = agreedAt === -Infinity ? 1 : 0;
    const news = says?.() ?? '';
    if (client.status === 'ready') rate.asked();
    const answer = await scripts.beat(
      keys,
      id,
      memberLasts,
      leaseLasts,
      used,
      wants,
      first,
      leads() ? 1 : 0,
      news === said ? '' : news,
    );
    const [isLeader, instances, others, wasGone, serverNow] = answer as number[];
    // What a server has lost is said again.
    said = wasGone === 1 ? '' : news;
    agreedAt = at;
    count = instances ?? 1;
    rate.agreed(count, at);
    clockAhead = Date.now() - (serverNow ?? Date.now()) - (performance.now() - at) / 2;
    shared?.others(others ?? 0);
    ledAt = isLeader === 1 ? at : -Infinity;
    if (leads() && !wasLeading) begin?.();
    wasLeading = leads();
    onBeat(wasGone === 1);
  }

  const beatOnce = (): Promise<void> =>
    (beating ??= beat()
      .catch(() => {
        wasLeading = wasLeading && leads();
      })
      .finally(() => {
        beating = undefined;
      }));

  return {
    leads,
    isAgreed,
    count: () => count,
    rate,
    /** Milliseconds that this machine's clock is ahead of Redis's, as of the latest beat. */
    clockAhead: () => Math.round(clockAhead),
    /** The first beat. Throws AppError `unavailable`. */
    join: () => asked(beat()),
    start: () => {
      timer = setInterval(() => void beatOnce(), beatEvery);
    },
    onLead: (given: () => void) => {
      begin = given;
      void beatOnce();
    },
    shareUnits: (used: () => number, others: (sum: number) => void) => {
      shared = { used, others };
    },
    say: (given: () => string) => {
      says = given;
    },
    async every(): Promise<InstanceSeen[]> {
      const [leader, since, now, ...told] = (await asked(scripts.every(keys))) as (string | number)[];
      return Array.from({ length: told.length / 3 }, (_, place) => {
        const [of = '', heard = 0, text = ''] = told.slice(place * 3);
        return {
          id: String(of),
          isOwn: of === id,
          silentMs: Number(now) - Number(heard),
          ...(of === leader ? { leadsForMs: Number(now) - Number(since) } : {}),
          said: String(text),
        };
      });
    },
    async leave() {
      closing = true;
      clearInterval(timer);
      await beating;
      ledAt = -Infinity;
      await scripts.leave(keys, id).catch(() => undefined);
    },
  };
}
