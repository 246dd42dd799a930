import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Acknowledgements, ClosedReceipts, receiptHistory, receiptsOf } from '../../../api/acknowledgements/index.ts';
import type { Context } from '../../../api/context.ts';
import { closeMonths, ClosedMonths, declareHistory } from '../../../api/history/index.ts';
import { addDays, asAppError, todayOf, type LocalDate } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import {
  acknowledgePolicy,
  currentPolicy,
  endedPolicyVersions,
  policyCoverage,
  policyObligations,
  policyRoutes,
  PolicyVersions,
  recordNegativeReceipts,
} from '../../../api/policy/index.ts';
import { aCentre, anAssignment, aPerson, centre, refusal, settle, the } from '../organisation/builders.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { dyingAt } from '../history/a-history.ts';
import { publish } from './builders.ts';

const first = '2026-01-05' as LocalDate;
const names = ['anne', 'bo', 'cille', 'dorte', 'ejner'];

const row = receiptHistory({
  lookBack: () => 63,
  ended: endedPolicyVersions,
  isKept: () => () => false,
  reached: () => Infinity,
});

async function aPolicyTown() {
  const { context, setNow } = memoryContext(`${first}T09:00:00.000Z`);
  await settle(context, {
    centres: [aCentre('nord'), aCentre('syd')],
    people: [
      aPerson('ciso'),
      ...names.map((name, nth) => aPerson(name, { centreId: centre(nth % 2 ? 'nord' : 'syd') })),
    ],
    roles: [anAssignment('ciso', 'ciso')],
  });
  declareHistory(context, [row]);
  return { context, goTo: (on: LocalDate) => setNow(`${on}T09:00:00.000Z`) };
}

const quarter = fc.record({
  publish: fc.option(fc.constantFrom('minor' as const, 'major' as const), { freq: 2, nil: undefined }),
  read: fc.subarray(names),
  away: fc.option(fc.constantFrom(...names), { freq: 3, nil: undefined }),
  leaves: fc.option(fc.constantFrom(...names), { freq: 1, nil: undefined }),
});
type Quarter = typeof quarter extends fc.Arbitrary<infer Value> ? Value : never;

/** Events of three months, equal in every town. */
async function liveThrough(context: Context, { publish: kind, read, away, leaves }: Quarter, nth: number) {
  const today = todayOf(context.clock);
  if (kind !== undefined || nth === 0)
    await publish(context, the(context, 'ciso'), {
      number: `${nth + 1}.0`,
      ...(kind === undefined ? {} : { changeKind: kind }),
    });
  if (away !== undefined)
    await context.list(People).update(away, () => ({ absentFrom: today, absentTo: addDays(today, 20) }));
  if (leaves !== undefined) await context.list(People).update(leaves, () => ({ leftOn: today }));
  await recordNegativeReceipts(context);
  const current = currentPolicy(context);
  for (const name of read)
    if (current) await acknowledgePolicy(context, the(context, name), { versionKey: current.key, channel: 'tab' });
}

const query = { sort: 'name', offset: 0, limit: 100 };
async function ask(context: Context, who: string, name: string, versionKey = ''): Promise<unknown> {
  const route = policyRoutes.find((one) => one.name === name);
  if (!route) throw new Error(name);
  const asking = {
    graph: () => {
      throw new Error('not asked');
    },
  };
  try {
    const answer = await route.run(context, the(context, who), { params: { versionKey }, query, body: {} }, asking);
    return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'freshness' ? undefined : value)));
  } catch (thrown) {
    return asAppError(thrown).code;
  }
}

/** All answers about any version. */
async function allAnswers(context: Context, versionKeys: readonly string[]) {
  const answers: unknown[] = [policyObligations(context, todayOf(context.clock)), versionKeys.length];
  for (const key of versionKeys) {
    for (const what of ['coverage', 'missing', 'receipts', 'audience'])
      answers.push([key, what, await ask(context, 'ciso', `GET /api/policy/versions/:versionKey/${what}`, key)]);
    for (const who of names) {
      answers.push(await ask(context, who, 'GET /api/policy/versions/:versionKey', key));
      if (key !== currentPolicy(context)?.key)
        answers.push(await ask(context, who, 'POST /api/policy/versions/:versionKey/acknowledge', key));
    }
  }
  return answers;
}
interface Receipts {
  receipts: { versionKey: string; at: string; outcome: string }[];
}
async function ownReceipts(context: Context, who: string) {
  const page = (await ask(context, who, 'GET /api/policy')) as Receipts;
  const earlier = (await ask(context, who, 'GET /api/policy/earlier-receipts')) as Receipts;
  return [...page.receipts, ...earlier.receipts].sort(
    (one, other) => other.at.localeCompare(one.at) || JSON.stringify(one).localeCompare(JSON.stringify(other)),
  );
}

describe('an earlier version', () => {
  it('is answered for as if its receipts had never left the list, over years of versions and people', async () => {
    let closed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(quarter, { minLength: 4, maxLength: 20 }), async (quarters) => {
        const plain = await aPolicyTown();
        const closing = await aPolicyTown();
        for (const [nth, what] of quarters.entries())
          for (const { context, goTo } of [plain, closing]) {
            goTo(addDays(first, nth * 91));
            await liveThrough(context, what, nth);
            goTo(addDays(first, nth * 91 + 80));
            if (context === closing.context) closed += await closeMonths(context, { itemsInFile: 3 });
          }
        const keys = plain.context
          .list(PolicyVersions)
          .all()
          .map(({ number }) => number);
        const keysIn = (context: Context) =>
          keys.flatMap(
            (number) =>
              context
                .list(PolicyVersions)
                .all()
                .find((one) => one.number === number)?.key ?? [],
          );
        const [expected, got] = [plain.context, closing.context].map(async (context) => {
          const versionKeys = keysIn(context);
          const text = JSON.stringify([
            await allAnswers(context, versionKeys),
            await Promise.all(names.map((who) => ownReceipts(context, who))),
          ]);
          return versionKeys.reduce((all, key, nth) => all.replaceAll(key, `version-${nth}`), text);
        });
        expect(JSON.parse(await (got ?? ''))).toEqual(JSON.parse(await (expected ?? '')));
      }),
      { numRuns: 20 },
    );
    expect(closed).toBeGreaterThan(100);
  });

  /** Three major versions a year apart; the first, acknowledged by all, has left the list. */
  const aClosedVersion = async () => {
    const { context, goTo } = await aPolicyTown();
    for (const nth of [0, 4, 8]) {
      goTo(addDays(first, nth * 91));
      await liveThrough(context, { publish: 'major', read: names, away: undefined, leaves: undefined }, nth);
    }
    goTo(addDays(first, 12 * 91));
    const number = (wanted: string) =>
      context
        .list(PolicyVersions)
        .all()
        .find((one) => one.number === wanted)?.key ?? '';
    const state = { fetched: 0 };
    const { download } = context.documents;
    context.documents.download = (...given) => {
      state.fetched += 1;
      return download(...given);
    };
    return { context, old: number('1.0'), current: number('9.0'), state };
  };

  it('leaves the list when the version after it has ended, and the one in force stays with the one before it', async () => {
    const { context, old, current } = await aClosedVersion();
    expect(await closeMonths(context)).toBe(names.length);
    expect(context.list(Acknowledgements).all()).toHaveLength(2 * names.length);
    expect(context.list(ClosedReceipts).all()).toMatchObject([
      { key: old, month: '2027-01', parts: [{ part: 1, from: 'anne', to: 'ejner' }] },
    ]);
    expect(policyCoverage(context, current)).toMatchObject({
      acknowledged: 5,
      // The CISO has no receipt.
      centres: [{ previousPercent: 66.6 }, { previousPercent: 100 }],
    });
    expect(await closeMonths(context)).toBe(0);
  });

  it('is never told to be without receipts: whoever asks before they are open is asked to try again, and then has them', async () => {
    const { context, old } = await aClosedVersion();
    await closeMonths(context);
    expect(await refusal(() => policyCoverage(context, old))).toBe('acknowledgements.beingOpened');
    const acknowledged = async () => policyCoverage(context, old)?.acknowledged;
    await expect.poll(() => acknowledged().catch(() => undefined)).toBe(names.length);
    expect(receiptsOf(context, old).positive.size).toBe(names.length);
  });

  it('costs a person the file that holds their receipt, and nobody the page that they open', async () => {
    const { context, state } = await aClosedVersion();
    await closeMonths(context, { itemsInFile: 2 });
    expect(context.list(ClosedMonths).all()).toHaveLength(3);
    state.fetched = 0;
    const page = (await ask(context, 'cille', 'GET /api/policy')) as Receipts & { earlier: number };
    expect([page.receipts.length, page.earlier, state.fetched]).toEqual([2, 1, 0]);
    const earlier = (await ask(context, 'cille', 'GET /api/policy/earlier-receipts')) as Receipts;
    expect([earlier.receipts.length, state.fetched]).toEqual([1, 1]);
  });

  it.each(['before', 'after'] as const)(
    'is whole in every run of the program, killed %s any step of closing',
    async (when) => {
      for (let nth = 1; ; nth += 1) {
        const { context, old } = await aClosedVersion();
        const another = () => {
          const next = { ...context };
          declareHistory(next, [row]);
          return next;
        };
        const dying = dyingAt(context, nth, when);
        declareHistory(dying, [row]);
        const isKilled = await closeMonths(dying, { itemsInFile: 2 }).then(
          () => false,
          () => true,
        );
        const whole = { people: 6, acknowledged: 5, missing: 1 };
        for (const next of [another(), another()]) {
          expect(await ask(next, 'ciso', 'GET /api/policy/versions/:versionKey/coverage', old)).toMatchObject(whole);
          expect(await ask(next, 'bo', 'GET /api/policy/versions/:versionKey', old)).toMatchObject({
            receipt: { outcome: 'acknowledged' },
          });
          await closeMonths(next, { itemsInFile: 2 });
        }
        expect(context.list(Acknowledgements).all()).toHaveLength(2 * names.length);
        if (!isKilled) break;
      }
    },
  );

  it('shows an error and no number when its file is gone, was changed, or its record was deleted', async () => {
    const { context, old } = await aClosedVersion();
    await closeMonths(context);
    const coverage = (on: Context) => ask(on, 'ciso', 'GET /api/policy/versions/:versionKey/coverage', old);
    const [file] = context.list(ClosedMonths).all();
    if (!file) throw new Error('no file');
    await context.list(ClosedMonths).update(file.key, () => ({ fileId: 'deleted' }));
    expect(await coverage({ ...context })).toBe('history.fileGone');
    expect(await ask({ ...context }, 'bo', 'POST /api/policy/versions/:versionKey/acknowledge', old)).toBe(
      'history.fileGone',
    );
    await context.list(ClosedMonths).update(file.key, () => ({ fileId: file.fileId, hash: 'b'.repeat(64) }));
    expect(await coverage({ ...context })).toBe('history.fileChanged');
    await context.list(ClosedMonths).remove(file.key);
    expect(await coverage({ ...context })).toBe('history.fileGone');
  });
});
