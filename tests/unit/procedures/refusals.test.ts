import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import {
  discardDraft,
  ProcedureVersions,
  renewProcedure,
  retireProcedure,
  saveDraft,
  submitProcedure,
} from '../../../api/procedures/index.ts';
import { findProcedure } from '../../../api/procedures/procedures.ts';
import { readersSeen } from '../../../api/procedures/readers.ts';
import { areasOf } from '../../../api/procedures/areas.ts';
import { saveArea } from '../../../api/procedures/save-area.ts';
import { meanwhile, momentOf, refused } from '../../support/refused.ts';
import { anAssignment, centre, refusal, settle, the } from '../organisation/builders.ts';
import { aDraft, aGuideline, aLibrary, approved, drafted, inForce, voted } from './a-library.ts';

let context: Context;
beforeEach(async () => {
  ({ context } = await aLibrary());
});
const isk = () => the(context, 'isk-nord');
const next = (key: string) => saveDraft(context, isk(), key, aDraft({ summary: 'Skriv nummeret på' }));

describe('a procedure without a draft', () => {
  const noDraft = 'conflict procedures.noDraft';
  const acts = [
    ['is not submitted', (key: string) => submitProcedure(context, isk(), key)],
    ['is not discarded', (key: string) => discardDraft(context, isk(), key)],
  ] as const;

  it.each(acts)('%s', async (_what, act) => {
    const key = await inForce(context);
    expect(await refused(context, () => act(key))).toBe(noDraft);
    await next(key);
    await act(key);
  });

  it('as it was rejected, is not submitted but written again', async () => {
    const key = await drafted(context);
    await submitProcedure(context, isk(), key);
    await voted(context, key, 'reject');
    expect(findProcedure(context, key)?.coming?.state).toBe('rejected');
    expect(await refused(context, () => submitProcedure(context, isk(), key))).toBe(noDraft);
    await next(key);
    await submitProcedure(context, isk(), key);
    expect(findProcedure(context, key)?.coming).toMatchObject({ state: 'waiting', version: { number: 2 } });
  });

  it('as another discards it on another instance, is not submitted', async () => {
    const key = await drafted(context);
    const after = meanwhile(
      context,
      ProcedureVersions,
      () => discardDraft(context, the(context, 'manager-nord'), key),
      'fresh',
    );
    expect(await refusal(() => submitProcedure(context, isk(), key))).toBe('procedures.noDraft');
    expect(momentOf(context)).toEqual(await after);
  });
});

it('a draft that another discards on another instance takes no more words', async () => {
  const key = await inForce(context);
  await next(key);
  const discard = () => discardDraft(context, the(context, 'manager-nord'), key);
  const after = meanwhile(context, ProcedureVersions, discard);
  const words = aDraft({ summary: 'Skriv også navnet på' });
  expect(await refusal(() => saveDraft(context, isk(), key, words))).toBe('procedures.wasDiscarded');
  expect(momentOf(context)).toEqual(await after);
  await saveDraft(context, isk(), key, words);
  expect(findProcedure(context, key)?.coming?.version).toMatchObject({ number: 3, summary: words.summary });
});
describe('a procedure that is not in force', () => {
  const acts = [
    ['is not renewed', (key: string) => renewProcedure(context, isk(), key, 'Uændret')],
    ['is not retired', (key: string) => retireProcedure(context, isk(), key, 'Ikke mere')],
    ['has no readers', async (key: string) => readersSeen(context, isk(), key, { show: 'all', offset: 0, limit: 10 })],
  ] as const;

  it.each(acts)('%s', async (_what, act) => {
    const key = await drafted(context, { mustAcknowledge: true });
    expect(await refused(context, () => act(key))).toBe('conflict procedures.notInForce');
    await submitProcedure(context, isk(), key);
    await approved(context, key);
    await act(key);
  });
});

describe('who has acknowledged', () => {
  const seen = (who: string, key: string) => () =>
    readersSeen(context, the(context, who), key, { show: 'all', offset: 0, limit: 10 }).total;

  it('is of a version that asks for it', async () => {
    const key = await inForce(context);
    expect(await refused(context, seen('isk-nord', key))).toBe('conflict procedures.nobodyAsked');
  });

  it('is for who leads the centre, not for an employee who leads another', async () => {
    const key = await inForce(context, { mustAcknowledge: true });
    await settle(context, { roles: [anAssignment('anne', 'coordinator', { centreId: centre('syd') })] });
    expect(await refused(context, seen('anne', key))).toBe('forbidden procedures.mayNotSeePeople');
    expect(await refused(context, seen('isk-syd', key))).toBe('missing procedures.noSuchProcedure');
    expect(seen('manager-nord', key)()).toBeGreaterThan(0);
    const guideline = await inForce(context, { kind: 'guideline', mustAcknowledge: true });
    expect(seen('anne', guideline)()).toBeGreaterThan(0);
    expect(seen('anne', guideline)()).toBeLessThan(seen('ciso', guideline)());
  });
});

describe('the key of an area', () => {
  const area = { title: 'Droner', decidedBy: 'securityTeam', reviewMonths: 12, closed: false } as const;
  const save = (key: string) => saveArea(context, the(context, 'team'), key, area);

  it.each(['Droner', '-droner', 'æ', 'to ord', `a${'b'.repeat(60)}`, '../x'])('is not %s', async (key) => {
    expect(await refused(context, () => save(key))).toBe('invalid procedures.areaKey');
  });

  it('is small letters, digits and hyphens, of 60 at most', async () => {
    const key = `droner-2${'b'.repeat(52)}`;
    expect(await save(key)).toMatchObject({ key });
    expect(areasOf(context, 'da').at(-1)).toMatchObject({ key });
  });
});

it('a guideline’s draft is discarded by who writes guidelines', async () => {
  const key = await aGuideline(context);
  expect(await refused(context, () => discardDraft(context, isk(), key))).toBe('missing procedures.noSuchProcedure');
  await discardDraft(context, the(context, 'ciso'), key);
});
