import { ApprovalRequests } from '../../api/approvals/index.ts';
import { planView, testView, type PlanContent } from '../../api/contingency/contract.ts';
import { findPlanVersion, planForCentre, planSubjectKind, restorePlanOf } from '../../api/contingency/index.ts';
import { hasLeft } from '../../api/organisation/index.ts';
import { findService, serviceSubjectKind } from '../../api/critical-services/index.ts';
import { nowOf, type CentreId, type LocalDate } from '../../api/kernel/index.ts';
import type { Answer, JourneyWorld, WorldPerson } from './world.ts';

interface Work {
  kind: string;
  /** What it is about. */
  key: string;
  centreId?: CentreId | undefined;
  today: LocalDate;
}

/** Does a person's contingency work in the tab; undefined for other work. */
export async function doContingencyWork(
  world: JourneyWorld,
  person: WorldPerson,
  { kind, key, centreId, today }: Work,
): Promise<Answer | undefined> {
  const { context } = world.program;
  const post = (path: string, body?: unknown) => world.as(person, 'POST', path, body);
  const planOf = (versionKey: string) => findPlanVersion(context, versionKey)?.now.plan.key;
  switch (kind) {
    case 'reviewService':
      return reviewService(world, person, key);
    case 'writePlan':
    case 'writeRestorePlan':
      return writePlan(world, person, key, centreId);
    case 'reviewPlan':
      return reviewPlan(world, person, key);
    case 'confirmPart':
      return post(`/api/contingency/plans/${planOf(key)}/confirm`, { versionKey: key });
    case 'testPlan':
      return testPlan(world, person, key, today);
    case 'evaluateTest':
      return evaluate(world, person, key);
    case 'doImprovement':
      return post(`/api/contingency/improvements/${key}/report`, { done: true, note: 'Det er gjort.' });
    case 'closeDowntime':
      return post(`/api/contingency/downtimes/${key}/close`, { endedAt: nowOf(context.clock), cause: 'Strømmen gik.' });
    case 'placePack':
      return post(`/api/contingency/packs/${key}/placed`, { place: 'Mappen i vagtrummet', placedOn: today });
    case 'resubmit': {
      const request = context.list(ApprovalRequests).get(key);
      if (request?.subjectKind === planSubjectKind)
        return post(`/api/contingency/plans/${planOf(request.subjectKey)}/submit`);
      if (request?.subjectKind === serviceSubjectKind)
        return world.save(person, `/api/critical-services/${request.subjectKey}/ask-acceptance`, {}, 'POST');
      return undefined;
    }
  }
  return undefined;
}

/** Confirms the figures; sets a missing downtime. */
async function reviewService(world: JourneyWorld, person: WorldPerson, key: string): Promise<Answer> {
  const path = `/api/critical-services/${key}`;
  const service = findService(world.program.context, key);
  if (!service || service.mtd !== undefined) return world.save(person, `${path}/reviewed`, {}, 'POST');
  const { title, audience, centreId, ownerId, needs } = service;
  return world.save(person, path, { title, audience, centreId, ownerId, needs, mtd: 72, rto: 24 });
}

const step = { key: 's1', text: 'Ring til Servicedesk', role: 'Vagthavende', minutes: 10 };
const contact = { key: 'c1', role: 'Servicedesk', name: 'Servicedesk', phone: '43 57 70 00', note: '' };

/** Writes and submits a minimal plan. */
async function writePlan(
  world: JourneyWorld,
  person: WorldPerson,
  assetKey: string,
  centreId: CentreId | undefined,
): Promise<Answer> {
  const { context } = world.program;
  const known = centreId === undefined ? restorePlanOf(context, assetKey) : planForCentre(context, assetKey, centreId);
  let planKey = known?.plan.key;
  if (planKey === undefined) {
    const kind = centreId === undefined ? 'restorePlan' : 'emergencyProcedure';
    const begun = await world.as(person, 'POST', '/api/contingency/plans', {
      ...{ kind, assetKey },
      ...(centreId === undefined ? {} : { centreId }),
    });
    if (begun.status !== 200) return begun;
    planKey = planView.parse(begun.body).key;
  }
  return sendPlan(world, person, planKey, (content) => ({
    ...content,
    ...{ triggers: ['Systemet svarer ikke'], firstHour: [step], steps: [step], contacts: [contact] },
    returnToNormal: [{ ...step, key: 'r1', text: 'Prøv systemet, før I stoler på det' }],
  }));
}

/** Renews it, or writes a version without leavers. */
async function reviewPlan(world: JourneyWorld, person: WorldPerson, versionKey: string): Promise<Answer> {
  const { context } = world.program;
  const { now, version } = findPlanVersion(context, versionKey) ?? {};
  if (!now || !version) throw new Error(`${versionKey} is not there`);
  const path = `/api/contingency/plans/${now.plan.key}`;
  const { content } = version.version;
  const someone = [...content.contacts, ...content.firstHour, ...content.steps, ...content.returnToNormal];
  if (!someone.some(({ personId }) => personId !== undefined && hasLeft(context, personId)))
    return world.as(person, 'POST', `${path}/renew`, {});
  if (now.coming?.state === 'waiting') return { status: 200, body: undefined };
  const stays = <Named extends { personId?: string | undefined }>(items: readonly Named[]): Named[] =>
    items.map(({ personId, ...rest }) =>
      personId === undefined || hasLeft(context, personId) ? (rest as Named) : ({ ...rest, personId } as Named),
    );
  return sendPlan(world, person, now.plan.key, (before) => ({
    ...before,
    contacts: stays(before.contacts).map((one) => ({ ...one, name: one.name === '' ? 'Vagten' : one.name })),
    ...{ firstHour: stays(before.firstHour), steps: stays(before.steps) },
    returnToNormal: stays(before.returnToNormal),
  }));
}

async function sendPlan(
  world: JourneyWorld,
  person: WorldPerson,
  planKey: string,
  change: (content: PlanContent) => PlanContent,
): Promise<Answer> {
  const path = `/api/contingency/plans/${planKey}`;
  const read = await world.as(person, 'GET', path);
  if (read.status !== 200) return read;
  const { coming, current } = planView.parse(read.body);
  const shown = coming ?? current;
  if (!shown) throw new Error(`${planKey} has no version`);
  if (coming?.state === 'waiting') return { status: 200, body: undefined };
  const { context } = world.program;
  const stored = findPlanVersion(context, shown.key)?.version.version;
  if (!stored) throw new Error(`${shown.key} is not there`);
  const saved = await world.as(person, 'PUT', `${path}/draft`, {
    ...{ title: shown.title, centreIds: stored.centreIds, content: change(stored.content), summary: 'Skrevet om' },
    expected: coming?.changedAt ?? null,
    ...{ reviewMonths: shown.reviewMonths, testMonths: shown.testMonths },
  });
  return saved.status === 200 ? world.as(person, 'POST', `${path}/submit`) : saved;
}

/** Plans, holds and ends a test of it if needed; the evaluation is left. */
async function testPlan(world: JourneyWorld, person: WorldPerson, planKey: string, today: LocalDate): Promise<Answer> {
  const planned = await world.as(person, 'POST', '/api/contingency/tests', {
    ...{ planKey, kind: 'walkThrough', title: 'Gennemgang', on: today, time: '10:00', leaderId: person.id },
    ...{ participantIds: [person.id], scenario: 'Systemet er nede.', injects: [] },
    criteria: [{ key: 'k1', text: 'Alle ved, hvem de skal ringe til' }],
  });
  if (planned.status !== 200) return planned;
  const { key } = testView.parse(planned.body);
  const path = `/api/contingency/tests/${key}`;
  const started = await world.as(person, 'POST', `${path}/start`);
  if (started.status !== 200) return started;
  await world.as(person, 'POST', `${path}/end`);
  return evaluate(world, person, key);
}

async function evaluate(world: JourneyWorld, person: WorldPerson, testKey: string): Promise<Answer> {
  const path = `/api/contingency/tests/${testKey}`;
  const read = await world.as(person, 'GET', path);
  if (read.status !== 200) return read;
  const { criteria } = testView.parse(read.body);
  const results = criteria.map(({ key, hours }) => ({ key, met: true, note: '', ...(hours ? { hours: 0.5 } : {}) }));
  await world.as(person, 'PUT', `${path}/evaluation`, {
    ...{ results, recovery: 0.5, wentWell: 'Alle vidste det.', toImprove: 'Intet.' },
  });
  return world.as(person, 'POST', `${path}/close`);
}
