import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { Assessments, Risks } from '../../../api/risks/index.ts';
import { riskItemKey } from '../../../api/risks/known-risks.ts';
import { chooseTreatment, type ChosenTreatment } from '../../../api/risks/treatment/choose-treatment.ts';
import { riskView } from '../../../api/risks/register/risk-view.ts';
import { Controls } from '../../../api/standards/index.ts';
import { day, refusal, the } from '../organisation/builders.ts';
import { at, aStage, asBefore } from './register-world.ts';
import { aRiskyTown, assessAgain, usual, type RiskyTown } from './treatment-world.ts';

const choose = ({ context, riskKey }: RiskyTown, changes: Partial<ChosenTreatment> = {}, who = 'isk-nord') =>
  chooseTreatment(context, the(context, who), riskKey, { treatment: 'mitigate', note: 'Ny aftale', ...changes });
const stored = ({ context, assessment }: RiskyTown) => context.list(Risks).get(riskItemKey(assessment.key, 'nedetid'));
const acts = ({ context }: RiskyTown) =>
  context
    .list(AuditEntries)
    .all()
    .map(({ title, actorId }) => [title, actorId]);

describe('choosing how a risk is treated', () => {
  it('keeps the treatment, why, and where it should end, with who said which', async () => {
    const town = await aRiskyTown();
    await choose(town, { target: aStage(1, 2) });
    expect(stored(town)).toMatchObject({ treatment: 'mitigate', treatmentNote: 'Ny aftale', target: aStage(1, 2) });
    expect(Object.keys(stored(town)?.stamps ?? {}).sort()).toEqual([
      'target.consequence.dataSubject.confidentiality',
      'treatment',
      'treatmentNote',
    ]);
    expect(stored(town)?.stamps['treatment']).toEqual({ by: 'isk-nord', at: '2026-11-24T09:00:00.000Z' });
    expect(acts(town)).toEqual([['chooseTreatment', 'isk-nord']]);
  });

  it('keeps the target when nothing is said of it, and does nothing the second time', async () => {
    const town = await aRiskyTown();
    await choose(town);
    town.setNow('2026-11-25T09:00:00.000Z');
    await choose(town);
    expect(stored(town)?.target).toEqual(usual.target);
    expect(acts(town)).toHaveLength(1);
  });

  it('takes a target above where the risk stands, and none outside the scale', async () => {
    const town = await aRiskyTown();
    await choose(town, { target: aStage(4, 4) });
    for (const target of [aStage(5, 1), aStage(1, 5)])
      await expect(choose(town, { target })).rejects.toMatchObject({
        code: 'risks.stepOutsideScale',
        details: { field: 'target' },
      });
    expect(stored(town)?.target).toEqual(aStage(4, 4));
  });

  it('is for those who keep the asset, and only for a risk that is in force', async () => {
    const town = await aRiskyTown();
    for (const who of ['bo', 'isk-syd', 'committee', 'auditor'])
      expect(await refusal(() => choose(town, {}, who)), who).toBe('risks.mayNotTreat');
    await town.context.list(Assessments).update(town.assessment.key, () => ({ state: 'draft' }));
    expect(await refusal(() => choose(town))).toBe('risks.noSuchRisk');
  });

  it('is of the assessment in force', async () => {
    const town = await aRiskyTown();
    await assessAgain(town, usual);
    await choose(town, { treatment: 'accept' });
    expect(stored(town)?.treatment).toBeUndefined();
    expect(riskView(town.context, the(town.context, 'ciso'), town.riskKey).treatment).toBe('accept');
  });
});

describe('one risk', () => {
  it('says how it came about, completed stage by stage, in the reader’s language', async () => {
    const town = await aRiskyTown({ said: { target: asBefore, controlKeys: ['backup', 'gone'] } });
    const { context } = town;
    await context.list(Controls).create({
      ...{ key: 'backup', title: 'Kopi hver nat', description: '', state: 'running', effect: 'effective' },
      ...{ evidence: [], reviewMonths: 12, assessments: [], requirementKeys: [], procedureKeys: [] },
      ...{ wheelActivityKeys: [], startedOn: day('2026-01-01'), changedAt: at('2026-01-01') },
      changedBy: the(context, 'ciso').personId,
    });
    const english = { ...the(context, 'auditor'), language: 'en' as const };
    const view = riskView(context, english, town.riskKey);
    expect(view).toMatchObject({
      title: 'Threat nedetid',
      assessmentKey: town.assessment.key,
      stages: { inherent: { level: { word: 'High' } }, current: { level: { word: 'Medium' } } },
      controls: 2,
      controlList: [{ key: 'backup', state: 'running', effect: 'effective' }],
    });
    expect(view.estimates.target).toEqual(usual.current);
    expect(view.scale.levels.map(({ word }) => word)).toContain('High');
  });

  it('is for who answers for the whole, those of the asset’s centre, and its owner', async () => {
    const { context, riskKey } = await aRiskyTown();
    for (const who of ['ciso', 'team', 'committee', 'management', 'board', 'auditor', 'manager-nord', 'anne'])
      expect(riskView(context, the(context, who), riskKey).key, who).toBe(riskKey);
    for (const who of ['bo', 'secretary', 'council', 'isk-syd', 'manager-syd'])
      expect(await refusal(() => riskView(context, the(context, who), riskKey)), who).toBe('risks.mayNotSee');
    expect(await refusal(() => riskView(context, the(context, 'ciso'), 'nothing'))).toBe('risks.noSuchRisk');
  });
});
