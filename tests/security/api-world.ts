import { adoptFromCatalogue, tasksOfYear } from '../../api/annual-wheel/index.ts';
import { addAsset } from '../../api/assets/index.ts';
import { beginPlan } from '../../api/contingency/plans/begin-plan.ts';
import { beginAssessment } from '../../api/risks/assessments/begin-assessment.ts';
import type { CentreId, LocalDate } from '../../api/kernel/index.ts';
import { declareApprovalSubjects, makeAgenda, submitForApproval } from '../../api/approvals/index.ts';
import { declareObligationSources } from '../../api/obligations/index.ts';
import { approvalSubjects } from '../../teams-app/program/approval-subjects.ts';
import { obligationSources } from '../../teams-app/program/obligation-sources.ts';
import { translator } from '../../api/texts/translate.ts';
import { draftPolicy } from '../../api/policy/index.ts';
import { aTown, the } from '../unit/organisation/builders.ts';
import { anOpenRound } from '../unit/awareness/builders.ts';
import { aDraft, publish } from '../unit/policy/builders.ts';
import { inForce } from '../unit/procedures/a-library.ts';
import { act, anAsset, assess, aStage as riskStage } from '../unit/risks/register-world.ts';
import { servedApi, type Served } from './served-api.ts';

export { claims, clientId, issuer, publicJwk, sign, tenantId, tokenOf } from './served-api.ts';

/** The API over real HTTP for a small town with a version in force and a draft, with real signed tokens. */
export async function apiWorld(served: Served = {}) {
  const town = await aTown();
  const { context } = town;
  context.texts = translator;
  declareObligationSources(context, obligationSources);
  declareApprovalSubjects(context, approvalSubjects);
  const logged: string[] = [];
  const note = (fields: unknown, message: string) => void logged.push(JSON.stringify([message, fields]));
  context.log = { info: note, warn: note, error: note };
  const current = await publish(context, the(context, 'ciso'));
  const draft = await draftPolicy(context, the(context, 'ciso'), aDraft({ number: '2.0' }));
  const request = await submitForApproval(context, the(context, 'isk-nord'), {
    ...{ subjectKind: 'example', subjectKey: 'x', summary: '', centreId: 'nord' as CentreId },
    content: { title: 'Udlevering af journaler', text: 'Sådan gør vi.' },
    stages: [{ body: 'securityCommittee', rule: 'quorum', days: 14 }],
  });
  const agenda = await makeAgenda(context, the(context, 'ciso'), {
    ...{ title: 'Møde', body: 'securityCommittee', meetsOn: '2026-12-10' as LocalDate, note: '' },
    requestKeys: [request.key],
  });
  const procedureKey = await inForce(context, { mustAcknowledge: true });
  const { course, round } = await anOpenRound(context);
  const asset = await addAsset(context, the(context, 'ciso'), {
    ...{ title: 'Journalsystemet', kind: 'system', criticality: 'high', centreId: 'nord' },
  });
  const { key: planKey } = await beginPlan(context, the(context, 'isk-nord'), {
    ...{ kind: 'emergencyProcedure', assetKey: asset.key, centreId: 'nord' },
  });
  const assessment = await beginAssessment(context, the(context, 'ciso'), { assetKey: asset.key, form: 'full' });
  const known = await assess(context, anAsset('archive', { ownerId: undefined }), {
    theft: { current: riskStage(3, 3) },
  });
  const riskKey = known.riskKey('theft');
  await act(context, riskKey, { key: 'action', ownerId: the(context, 'bo').personId });
  await adoptFromCatalogue(context, the(context, 'ciso'), ['logReview']);
  const [wheelTask] = tasksOfYear(context, 2026);
  if (!wheelTask) throw new Error('the wheel is empty');

  const { address, ask, as, save, close } = await servedApi(context, served);
  return {
    ...town,
    current,
    draft,
    request,
    agenda,
    procedureKey,
    planKey,
    riskKey,
    course,
    wheelTask,
    round,
    asset,
    assessment,
    logged,
    ...{ address, ask, as, save, close },
  };
}
export type ApiWorld = Awaited<ReturnType<typeof apiWorld>>;
