import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { changedFields, factsOf } from '../../../api/risks/assessments/asset-facts.ts';
import { triggerList } from '../../../api/risks/assessments/trigger-views.ts';
import { openTriggers, raiseTrigger, takeBackTrigger } from '../../../api/risks/assessments/triggers.ts';
import { beginAssessment } from '../../../api/risks/assessments/begin-assessment.ts';
import { assetReferencesOf, assetStatusOf, AssessmentTriggers } from '../../../api/risks/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aTown, day, person, refusal, the } from '../organisation/builders.ts';
import { anAssessment, anAsset, assessed, assets, moment } from './builders.ts';

const facts = { supplier: 'Systemhuset', hosting: 'own', personalData: ['ordinary'], dependsOn: [] };

/** An asset assessed on 1 June 2026, due again a year later. */
async function anAssessedAsset(today = '2026-11-24T09:00:00.000Z') {
  const town = await aTown(today);
  const { context } = town;
  context.texts = translator;
  await assets(context, anAsset('journal', { supplier: 'Systemhuset', ownerId: person('anne') }), anAsset('platform'));
  await assessed(context, anAssessment('journal', { facts }), [3, 3]);
  const isk = the(context, 'isk-nord');
  const happened = { assetKey: 'journal', reason: 'incident' as const, note: 'Login lækket', due: day('2026-12-10') };
  return {
    ...town,
    isk,
    happened,
    status: () => assetStatusOf(context, 'journal', 'da'),
    raise: (more: Partial<typeof happened> = {}) => raiseTrigger(context, isk, { ...happened, ...more }),
  };
}

describe('what asks for a new assessment', () => {
  it('is said once, and stays until an assessment is finished after it', async () => {
    const { context, raise, setNow } = await anAssessedAsset();
    const key = await raise();
    expect(await raise()).toBe(key);
    setNow('2026-11-25T09:00:00.000Z');
    await raise({ note: 'Også en anden' });
    expect(openTriggers(context, 'journal').map(({ title }) => title)).toEqual(['Også en anden', 'Login lækket']);
    await assessed(
      context,
      anAssessment('journal', { key: 'later', number: 2, finishedAt: moment('2026-11-24T20:00:00.000Z') }),
    );
    expect(openTriggers(context, 'journal').map(({ title }) => title)).toEqual(['Også en anden']);
  });

  it('gives the next assessment its reason', async () => {
    const { context, raise, isk } = await anAssessedAsset();
    await raise();
    const draft = await beginAssessment(context, isk, { assetKey: 'journal', form: 'full' });
    expect(draft.trigger).toBe('incident');
  });

  it('is taken back by whoever said it or assesses the asset, and by nobody else', async () => {
    const { context, raise } = await anAssessedAsset();
    const key = await raise();
    expect(await refusal(() => takeBackTrigger(context, the(context, 'bo'), key))).toBe('risks.mayNotAssess');
    expect(await refusal(() => takeBackTrigger(context, the(context, 'auditor'), key))).toBe('risks.mayNotAssess');
    await takeBackTrigger(context, the(context, 'anne'), key);
    await takeBackTrigger(context, the(context, 'ciso'), key);
    expect(openTriggers(context, 'journal')).toEqual([]);
    expect(context.list(AssessmentTriggers).all()).toHaveLength(1);
    expect(await refusal(() => takeBackTrigger(context, the(context, 'ciso'), 'none'))).toBe('risks.noSuchTrigger');
  });

  it('is for today or later, and for who assesses', async () => {
    const { context, raise, happened } = await anAssessedAsset();
    expect(await refusal(() => raise({ due: day('2026-11-23') }))).toBe('risks.dueInThePast');
    expect(await refusal(() => raiseTrigger(context, the(context, 'isk-syd'), happened))).toBe('risks.mayNotAssess');
  });

  it('is seen from what has changed in the asset, in the reader’s words', async () => {
    const { context, isk } = await anAssessedAsset();
    const changed = () => triggerList(context, isk, 'journal').changed;
    expect(changed()).toEqual([]);
    await context.list(Assets).update('journal', () => ({
      ...{ supplier: 'Nyt Hus', hosting: 'cloudEu', title: 'Nyt navn' },
      ...{ personalData: ['sensitive', 'ordinary'], dependsOn: ['platform'] },
    }));
    expect(changed()).toEqual([
      { field: 'supplier', from: 'Systemhuset', to: 'Nyt Hus' },
      { field: 'hosting', from: 'Egen drift', to: 'Sky i EU' },
      { field: 'personalData', from: 'Almindelige', to: 'Almindelige, Følsomme' },
      { field: 'dependsOn', from: '', to: 'Aktiv platform' },
    ]);
    expect(await refusal(() => triggerList(context, the(context, 'bo'), 'journal'))).toBe('risks.mayNotSee');
  });

  it('does not mind in which order kinds and systems stand', () => {
    const asset = anAsset('x', { supplier: 'Hus', personalData: ['sensitive', 'ordinary'], dependsOn: ['b', 'a'] });
    const kept = {
      ...{ supplier: 'Hus', hosting: 'own' },
      personalData: ['sensitive', 'ordinary'],
      dependsOn: ['b', 'a'],
    };
    expect(changedFields(asset, kept)).toEqual([]);
    expect(changedFields(asset, factsOf(asset))).toEqual([]);
    expect(changedFields(asset, { ...kept, dependsOn: ['a'] })).toEqual(['dependsOn']);
  });
});

describe('assetStandingOf', () => {
  it('goes from current over due to overdue as the review comes near', async () => {
    const { status, setNow } = await anAssessedAsset();
    expect(status()).toEqual({
      ...{ assessment: 'current', assessmentKey: 'journal_1', assessedOn: '2026-06-01', reviewOn: '2027-06-01' },
      level: { word: 'Middel', tone: 'yellow', severity: 0.5 },
    });
    for (const [now, wanted] of [
      ['2027-05-01', 'current'],
      ['2027-05-02', 'due'],
      ['2027-06-01', 'due'],
      ['2027-06-02', 'overdue'],
    ] as const) {
      setNow(`${now}T09:00:00.000Z`);
      expect([now, status().assessment]).toEqual([now, wanted]);
    }
  });

  it('comes forward when something has happened', async () => {
    const { status, setNow, raise } = await anAssessedAsset();
    await raise();
    expect(status()).toMatchObject({ assessment: 'due', reviewOn: '2026-12-10' });
    setNow('2026-12-11T09:00:00.000Z');
    expect(status().assessment).toBe('overdue');
  });

  it('tells of a draft, of nothing, and of what needs none', async () => {
    const { context, isk, status } = await anAssessedAsset();
    const other = () => assetStatusOf(context, 'platform', 'da');
    expect(other()).toEqual({ assessment: 'none' });
    const draft = await beginAssessment(context, isk, { assetKey: 'platform', form: 'full' });
    expect(other()).toEqual({ assessment: 'draft', draftKey: draft.key });
    const next = await beginAssessment(context, isk, { assetKey: 'journal', form: 'full' });
    expect(status()).toMatchObject({ assessment: 'current', draftKey: next.key });
    const notNeeded = { reason: 'Kun en vejviser', by: person('ciso'), at: '2026-11-01T09:00:00.000Z' };
    await context.list(Assets).update('platform', () => ({ notNeeded }));
    expect(other().assessment).toBe('notNeeded');
  });

  it('carries the level of a process that depends on it, and says which, not of what it depends on', async () => {
    const { context } = await anAssessedAsset();
    await context.list(Assets).update('journal', () => ({ dependsOn: ['platform'] }));
    expect(assetStatusOf(context, 'platform', 'en')).toEqual({
      ...{ assessment: 'none', level: { word: 'Medium', tone: 'yellow', severity: 0.5 } },
      levelFrom: { key: 'journal', title: 'Aktiv journal', kind: 'system' },
    });
    await context.list(Assets).update('journal', () => ({ dependsOn: [] }));
    await context.list(Assets).update('platform', () => ({ dependsOn: ['journal'] }));
    expect(assetStatusOf(context, 'platform', 'en').level).toBeUndefined();
  });
});

describe('assetReferencesOf', () => {
  it('names assessments, risks and what has happened, with where to see them', async () => {
    const { context, isk, raise } = await anAssessedAsset();
    await raise();
    await beginAssessment(context, isk, { assetKey: 'journal', form: 'full' });
    expect(assetReferencesOf(context, 'journal', 'da')).toEqual([
      { kind: 'assessment', title: 'Risikovurdering nr. 2, kladde', path: '/risks/assessments/journal_2' },
      { kind: 'assessment', title: 'Risikovurdering nr. 1 af 1. jun. 2026', path: '/risks/assessments/journal_1' },
      { kind: 'risk', title: '1 risiko i registeret', path: '/risks/assessments/journal_1' },
      {
        kind: 'trigger',
        title: 'Hændelse: Login lækket (ny vurdering senest 10. dec. 2026)',
        path: '/risks/assets/journal',
      },
    ]);
    expect(assetReferencesOf(context, 'platform', 'en')).toEqual([]);
  });
});
