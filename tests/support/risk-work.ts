import { ApprovalRequests } from '../../api/approvals/index.ts';
import { addMonths, type LocalDate } from '../../api/kernel/index.ts';
import { assessmentView, quickQuestions } from '../../api/risks/contract.ts';
import { acceptanceSubject, RiskActions } from '../../api/risks/index.ts';
import { assessmentsOf } from '../../api/risks/known-risks.ts';
import type { Answer, JourneyWorld, WorldPerson } from './world.ts';

/** Does a person's risk and control work in the tab; undefined for other work. */
export async function doRiskWork(
  world: JourneyWorld,
  person: WorldPerson,
  { kind, key, today }: { kind: string; key: string; today: LocalDate },
): Promise<Answer | undefined> {
  const { context } = world.program;
  const accept = (riskKey: string) => {
    const asked = { reason: 'Det koster for meget at gøre mere.', until: addMonths(today, 12) };
    return world.as(person, 'POST', `/api/risks/register/${riskKey}/acceptance`, asked);
  };
  switch (kind) {
    case 'assessAsset':
      return assess(world, person, key);
    case 'doRiskAction': {
      const risk = `/api/risks/register/${context.list(RiskActions).get(key)?.riskKey}`;
      return world.as(person, 'POST', `${risk}/actions/${key}/progress`, { progress: 100, note: 'Det er gjort.' });
    }
    case 'renewAcceptance':
      return accept(key);
    case 'reviewControl':
      return world.as(person, 'POST', `/api/controls/${key}/assess`, { effect: 'effective' });
    case 'resubmit': {
      const request = context.list(ApprovalRequests).get(key);
      return request?.subjectKind === acceptanceSubject ? accept(request.subjectKey) : undefined;
    }
  }
  return undefined;
}

/**
 * As before if previously assessed in the full form; else the short form with the mildest answers. A started full form
 * gets one threat assessed.
 */
async function assess(world: JourneyWorld, person: WorldPerson, assetKey: string): Promise<Answer> {
  const [before] = assessmentsOf(world.program.context, assetKey).finished;
  const wanted = before?.form === 'full' ? { form: 'full', copyFrom: before.key } : { form: 'quick' };
  const begun = await world.as(person, 'POST', '/api/risks/assessments', { assetKey, ...wanted });
  if (begun.status !== 200) return begun;
  const { key, form, risks } = assessmentView.parse(begun.body);
  const path = `/api/risks/assessments/${key}`;
  const answers = Object.fromEntries(quickQuestions.map((question) => [question, 'no']));
  const changes = [
    { field: 'current.likelihood', from: null, to: 1 },
    { field: 'current.consequence.organisation.availability', from: null, to: 1 },
  ];
  if (form === 'quick') await world.save(person, path, { quick: { answers, note: '' } });
  else if (before?.form !== 'full') await world.as(person, 'PUT', `${path}/risks/${risks[0]?.threatKey}`, { changes });
  return world.as(person, 'POST', `${path}/finish`, { openReason: 'Resten vurderes ved næste møde.' });
}
