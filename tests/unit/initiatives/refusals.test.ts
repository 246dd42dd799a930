import { expect, it } from 'vitest';
import { addImprovement } from '../../../api/contingency/exercises/save-improvement.ts';
import { initiativesKey, initiativesViewOf } from '../../../api/initiatives/initiatives.ts';
import { declareSubjects } from '../../../teams-app/program/declare-subjects.ts';
import { refused } from '../../support/refused.ts';
import { aTown, centre, the } from '../organisation/builders.ts';

it('a centre’s initiatives are seen by who follows them, and an own one by who has it', async () => {
  const { context } = await aTown();
  declareSubjects(context);
  const add = (title: string, ownerId: string) =>
    addImprovement(context, the(context, 'manager-nord'), {
      ...{ title, ownerId, due: '2026-12-20', subjectKey: initiativesKey('nord') },
    });
  await add('Lås skabene', 'isk-nord');
  const seen = async (who: string, id = 'nord') =>
    initiativesViewOf(context, the(context, who), centre(id)).improvementList.map(({ title }) => title);
  for (const who of ['anne', 'bo', 'isk-syd', 'manager-syd'])
    expect(await refused(context, () => seen(who)), who).toBe('forbidden initiatives.mayNotSee');
  await add('Ryd bordene', 'anne');
  expect(await seen('anne')).toEqual(['Ryd bordene']);
  expect(await seen('isk-nord')).toHaveLength(2);
  expect(await refused(context, () => seen('anne', 'x'))).toBe('forbidden initiatives.mayNotSee');
  expect(await refused(context, () => seen('ciso', 'x'))).toBe('missing organisation.noSuchCentre');
});
