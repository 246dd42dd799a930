import type { Context } from '../../../api/context.ts';
import { assessmentView } from '../../../api/risks/assessment-pages/assessment-view.ts';
import { assessmentFor } from '../../../api/risks/assessments/assessments.ts';
import { beginAssessment, type ToBegin } from '../../../api/risks/assessments/begin-assessment.ts';
import { finishAssessment } from '../../../api/risks/assessments/finish-assessment.ts';
import { saveFields } from '../../../api/risks/assessments/save-fields.ts';
import { Assessments } from '../../../api/risks/index.ts';
import type { FieldChange } from '../../../api/risks/contract.ts';
import { aTown, centre, person, the } from '../organisation/builders.ts';
import { anAsset, assets, change } from './builders.ts';

export const threatKey = 'system.phishing';
export const level: FieldChange[] = [
  change('inherent.likelihood', 3),
  change('inherent.consequence.dataSubject.confidentiality', 4),
];

export async function aDesk(today?: string) {
  const town = await aTown(today);
  const { context } = town;
  await assets(
    context,
    anAsset('journal', { supplier: 'Systemhuset', ownerId: person('anne') }),
    anAsset('other', { supplier: 'Systemhuset', centreId: centre('syd') }),
  );
  const isk = the(context, 'isk-nord');
  return {
    ...town,
    isk,
    begin: (more: Partial<ToBegin> = {}, who = 'isk-nord') =>
      beginAssessment(context, the(context, who), { assetKey: 'journal', form: 'full', ...more }),
    save: (assessmentKey: string, changes: FieldChange[], threat = threatKey, who = 'isk-nord') =>
      saveFields(context, the(context, who), { assessmentKey, threatKey: threat, changes }),
    finish: (key: string, openReason = 'De andre vurderes til foråret') =>
      finishAssessment(context, isk, key, openReason),
    look: (key: string, who = 'isk-nord') => viewOf(context, key, who),
    stored: (key: string) => context.list(Assessments).get(key),
  };
}
export const viewOf = (context: Context, key: string, who: string) =>
  assessmentView(context, the(context, who), assessmentFor(context, the(context, who), key));
/** A finished one with one risk. */
export async function finished() {
  const desk = await aDesk();
  const { key } = await desk.begin();
  await desk.save(key, level);
  await desk.finish(key);
  return { ...desk, key };
}
