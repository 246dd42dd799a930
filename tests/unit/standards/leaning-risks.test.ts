import { describe, expect, it } from 'vitest';
import { Assessments, controlUsersOf, Risks } from '../../../api/risks/index.ts';
import { anAssessment, anAsset, anEstimate, aRisk, assets } from '../risks/builders.ts';
import { the } from '../organisation/builders.ts';
import { aStandardsTown } from './builders.ts';

describe('the risks that lean on a control', () => {
  it('are those in force that name it, by asset and threat, each with the way to it', async () => {
    const { context, add } = await aStandardsTown();
    const [used, other] = [await add(), await add({ title: 'En anden' })];
    await assets(context, anAsset('a', { title: 'Journal' }), anAsset('gone', { state: 'retired' }));
    for (const key of ['a', 'gone']) {
      await context.list(Assessments).create(anAssessment(key));
      const names = { controlKeys: [used], current: anEstimate(2, 2), inherent: anEstimate(3, 3) };
      await context.list(Risks).create(aRisk(`${key}_1`, 't1', names));
      await context.list(Risks).create(aRisk(`${key}_1`, 't2', { ...names, controlKeys: [] }));
    }
    expect(controlUsersOf(context, used, the(context, 'ciso'))).toEqual([
      { key: 'a_t1', kind: 'risk', title: 'Journal: Trussel t1', path: '/risks/register/a_t1' },
    ]);
    expect(controlUsersOf(context, other, the(context, 'ciso'))).toEqual([]);
  });
});
