import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { ProcedureAreas } from '../../../api/procedures/procedure-list.ts';
import { saveArea } from '../../../api/procedures/save-area.ts';
import { raiseTrigger } from '../../../api/risks/assessments/triggers.ts';
import { changeCatalogue, makeCatalogue } from '../../../api/risks/catalogues/keep-catalogues.ts';
import { catalogueBody } from '../../../api/risks/contract.ts';
import { AssessmentTriggers, RiskScales, ThreatCatalogues } from '../../../api/risks/risk-lists.ts';
import { makeScale } from '../../../api/risks/scales/keep-scales.ts';
import { aTown, day, refusal, the } from '../organisation/builders.ts';
import { anAsset, assets, scaleOf } from './builders.ts';

let context: Context;
beforeEach(async () => {
  ({ context } = await aTown());
  await assets(context, anAsset('journal'));
});
const [first, second] = ['ciso', 'team'] as const;
const body = (title: string, threat: string) =>
  catalogueBody.parse({ title, kind: 'both', threats: [{ title: threat }] });

describe('two who save at the same moment', () => {
  const scale = (by: string, name: string, title = 'Vores') =>
    makeScale(context, the(context, by), { title, scale: scaleOf(name) });
  const catalogue = (by: string, threat: string, title = 'Skoler') =>
    makeCatalogue(context, the(context, by), body(title, threat));
  const trigger = (by: string, note = 'Nedbrud') =>
    raiseTrigger(context, the(context, by), { assetKey: 'journal', reason: 'incident', note, due: day('2027-01-10') });
  const count = { scale: () => context.list(RiskScales), catalogue: () => context.list(ThreatCatalogues) };

  it('have one scale of a name, and the other is told', async () => {
    const one = scale(first, 'kl');
    expect(await refusal(() => scale(second, 'herning'))).toBe('risks.scaleTitleTaken');
    expect(count.scale().get(await one)).toMatchObject({ title: 'Vores' });
    expect(count.scale().all()).toHaveLength(1);
  });

  it('have one catalogue of a name, and the other is told', async () => {
    const one = catalogue(first, 'Strømsvigt');
    expect(await refusal(() => catalogue(second, 'Tyveri'))).toBe('risks.catalogueTitleTaken');
    expect(count.catalogue().get(await one)).toMatchObject({ title: 'Skoler' });
    expect(count.catalogue().all()).toHaveLength(1);
  });

  it('give one of two catalogues the name that both want', async () => {
    const keys = [await catalogue(first, 'Strømsvigt', 'A'), await catalogue(second, 'Tyveri', 'B')];
    const renamed = (place: number) =>
      changeCatalogue(context, the(context, first), keys[place] ?? '', body('Vores', 'Brand'));
    const told = await Promise.allSettled([renamed(0), renamed(1)]);
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['scale', () => [scale(first, 'kl'), scale(second, 'kl')], RiskScales],
    ['catalogue', () => [catalogue(first, 'Tyveri'), catalogue(second, 'Tyveri')], ThreatCatalogues],
    ['reason to assess anew', () => [trigger(first), trigger(second)], AssessmentTriggers],
  ] as const)('have one %s, and both succeed, with the same words', async (_what, both, list) => {
    const [one, other] = await Promise.all(both());
    expect(other).toBe(one);
    expect(context.list<{ key: string }>(list).all()).toHaveLength(1);
  });

  it('have two reasons to assess anew, with other words', async () => {
    await Promise.all([trigger(first), trigger(second, 'Brud')]);
    expect(context.list(AssessmentTriggers).all()).toHaveLength(2);
  });

  it('have one area of procedures of a name, and the other is told', async () => {
    const area = (by: string, key: string) =>
      saveArea(context, the(context, by), key, {
        ...{ title: 'Nøgler', decidedBy: 'securityTeam', reviewMonths: 12, closed: false },
      });
    const one = area(first, 'area-1');
    expect(await refusal(() => area(second, 'area-2'))).toBe('procedures.areaNameTaken');
    expect(await one).toMatchObject({ title: 'Nøgler' });
    expect(context.list(ProcedureAreas).all()).toHaveLength(1);
  });
});
