import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Improvements } from '../../../api/contingency/index.ts';
import { changeImprovement, reportImprovement } from '../../../api/contingency/exercises/save-improvement.ts';
import type { Context } from '../../../api/context.ts';
import { asAppError, todayOf, type Actor, type LocalDate } from '../../../api/kernel/index.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { knownRisks, RiskActions } from '../../../api/risks/index.ts';
import { changeAction, reportProgress } from '../../../api/risks/treatment/save-action.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { whatIsKnown } from '../../support/what-is-known.ts';
import { the } from '../organisation/builders.ts';

interface Act {
  what: 'done' | 'noted' | 'saved' | 'moved' | 'given';
  isRisk: boolean;
  place: number;
  /** Days until it. */
  after: number;
}
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('done', 'noted', 'saved', 'moved', 'given'),
  isRisk: fc.boolean(),
  place: fc.nat({ max: 99 }),
  after: fc.constantFrom(0, 0, 1, 3),
});
const at = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length];
const isOpen = ({ doneAt, cancelledAt }: { doneAt?: string | undefined; cancelledAt?: string | undefined }) =>
  doneAt === undefined && cancelledAt === undefined;
const cisoOf = (context: Context): Actor =>
  the(
    context,
    context
      .list(RoleAssignments)
      .all()
      .find(({ role }) => role === 'ciso')?.personId ?? '',
  );

/** Does it and takes it back; of a record that the CISO may not work on, nothing. */
async function doneAndBack(context: Context, { what, isRisk, place }: Act): Promise<void> {
  const actor = cisoOf(context);
  const other = at(context.list(RoleAssignments).all(), place)?.personId ?? '';
  const changes = { moved: { due: '2027-03-01' }, given: { ownerId: other } };
  const changed = what === 'moved' || what === 'given' ? changes[what] : {};
  // A day that has passed stays, but does not come back.
  const canComeBack = ({ due }: { due: LocalDate }) => what !== 'moved' || due >= todayOf(context.clock);
  if (isRisk) {
    const known = knownRisks(context);
    const action = at(
      context
        .list(RiskActions)
        .all()
        .filter((one) => isOpen(one) && canComeBack(one) && known.has(one.riskKey)),
      place,
    );
    if (!action) return;
    const { key, riskKey, progress, note, title, ownerId, due, cost, effect } = action;
    const form = { title, ownerId, due, ...(cost === undefined ? {} : { cost }), effect };
    if (what === 'done' || what === 'noted') {
      const reached = what === 'done' ? 100 : progress;
      await reportProgress(context, actor, riskKey, key, { progress: reached, note: `${note} Færdig` });
      await reportProgress(context, actor, riskKey, key, { progress, note });
      return;
    }
    await changeAction(context, actor, riskKey, key, { ...form, ...changed });
    await changeAction(context, actor, riskKey, key, form);
    return;
  }
  const open = context.list(Improvements).all().filter(isOpen);
  const improvement = at(open.filter(canComeBack), place);
  if (!improvement) return;
  const { key, note, title, ownerId, due } = improvement;
  if (what === 'done' || what === 'noted') {
    await reportImprovement(context, actor, key, { done: what === 'done', note: `${note} Færdig` });
    await reportImprovement(context, actor, key, { done: false, note });
    return;
  }
  await changeImprovement(context, actor, key, { title, ownerId, due, note, ...changed });
  await changeImprovement(context, actor, key, { title, ownerId, due, note });
}

const untouched = new Map<number, Map<string, string>>();
async function untouchedOn(day: number): Promise<Map<string, string>> {
  const { context, setNow } = await aSeededTown();
  setNow(new Date(day).toISOString());
  const known = untouched.get(day) ?? (await whatIsKnown(context));
  untouched.set(day, known);
  return known;
}
const differences = (now: Map<string, string>, before: Map<string, string>): unknown[] =>
  [...new Set([...now.keys(), ...before.keys()])]
    .filter((what) => now.get(what) !== before.get(what))
    .map((what) => [what, now.get(what), before.get(what)]);

describe('improvements and actions of risks that are done and reopened, or changed and changed back', () => {
  it('are owed as before it, on the days after it too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 5 }), async (acts) => {
        const { context, setNow } = await aSeededTown();
        let day = Date.parse('2026-11-24T10:00:00.000Z');
        for (const one of acts) {
          day += one.after * 86_400_000;
          setNow(new Date(day).toISOString());
          await doneAndBack(context, one).catch((thrown: unknown) => asAppError(thrown).code);
        }
        expect(differences(await whatIsKnown(context), await untouchedOn(day))).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});
