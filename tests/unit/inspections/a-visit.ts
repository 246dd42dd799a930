import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { addImprovement, reportImprovement } from '../../../api/contingency/exercises/save-improvement.ts';
import { findingBody, type FindingBody } from '../../../api/inspections/contract.ts';
import { addFinding, recheckFinding } from '../../../api/inspections/findings/save-finding.ts';
import { InspectionFindings, Inspections, shippedChecklists } from '../../../api/inspections/index.ts';
import { findingsOf } from '../../../api/inspections/inspections.ts';
import { cancelInspection, planInspection } from '../../../api/inspections/programme/plan-inspection.ts';
import { addPhoto } from '../../../api/inspections/visits/photos.ts';
import { closeInspection, holdInspection, keepWalk } from '../../../api/inspections/visits/walk-inspection.ts';
import { translator } from '../../../api/texts/translate.ts';
import { declareSubjects } from '../../../teams-app/program/declare-subjects.ts';
import { aTown, centre, the } from '../organisation/builders.ts';
import { anAsset } from '../risks/register-world.ts';

const [checklist] = shippedChecklists;
if (!checklist) throw new Error('no checklist');
export const checklistKey = checklist.key;
export const itemKeys = checklist.items.map(({ key }) => key);
export const [itemKey = ''] = itemKeys;

/** A JPEG of one pixel. */
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
);
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

export const aFinding = (changes: Partial<FindingBody> = {}): FindingBody => ({
  ...findingBody.parse({ title: 'Mappen er væk', grade: 'smallDeviation', seen: 'Den lå i et aflåst skab.' }),
  ...changes,
});
export const aPlan = {
  centreId: 'syd',
  checklistKey,
  place: '',
  plannedOn: '2026-12-08',
  inspectorId: 'team',
  why: '',
};

export type VisitWorld = Awaited<ReturnType<typeof aVisit>>;

/** A planned inspection of the south by the team, two systems, and what each person does with it. */
export async function aVisit() {
  const { context: bare, setNow } = await aTown();
  const context: Context = { ...bare, texts: translator };
  declareSubjects(context);
  for (const asset of [anAsset('kasse'), anAsset('journal'), anAsset('gammelt', { state: 'retired' })])
    await context.list(Assets).create({ ...asset, centreId: centre('syd') });
  const as = (id: string) => the(context, id);
  const { key } = await planInspection(context, as('ciso'), aPlan);
  const seeing = (...keys: readonly string[]) =>
    keepWalk(context, as('team'), key, {
      results: keys.map((one) => ({ key: one, result: 'met', seen: '', sample: '' })),
    });
  const found = async (changes: Partial<FindingBody> = {}, press = 'a') =>
    (await addFinding(context, { ...as('team'), idempotencyKey: press }, key, aFinding(changes))).key;
  return {
    context,
    setNow,
    key,
    as,
    seeing,
    found,
    visit: () => context.list(Inspections).get(key),
    finding: (findingKey: string) => context.list(InspectionFindings).get(findingKey),
    findings: () => findingsOf(context, key),
    /** As one press of the inspector. */
    pictured: (press: string, bytes = jpeg) =>
      addPhoto(
        context,
        { ...as('team'), idempotencyKey: press },
        { inspectionKey: key, itemKey },
        { fileName: 'x', bytes },
      ),
    hold: async () => {
      await seeing(itemKey);
      await holdInspection(context, as('team'), key);
    },
    close: async () => {
      await seeing(...itemKeys);
      await holdInspection(context, as('team'), key);
      await closeInspection(context, as('team'), key, 'Det så fint ud.');
    },
    cancel: () => cancelInspection(context, as('ciso'), key, 'Enheden flytter.'),
    /** The action of a finding, done by an employee of the unit. */
    putRight: async (findingKey: string) => {
      const agreed = { title: 'Sæt den op', ownerId: 'bo', due: '2026-12-20' };
      const action = await addImprovement(context, as('team'), { ...agreed, subjectKey: findingKey });
      await reportImprovement(context, as('bo'), action.key, { done: true, note: 'Den hænger der.' });
    },
    recheck: (findingKey: string) =>
      recheckFinding(context, as('team'), findingKey, { effect: 'works', note: 'Alle fandt den.' }),
  };
}
