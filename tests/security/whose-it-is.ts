import { NetworkMeetings, WheelActivities, WheelTasks } from '../../api/annual-wheel/index.ts';
import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import { Agendas, ApprovalRequests } from '../../api/approvals/index.ts';
import { Assets } from '../../api/assets/index.ts';
import { CourseRounds } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import { ContingencyPlans, ContingencyPlanVersions, ContingencyTests, Downtimes } from '../../api/contingency/index.ts';
import { CriticalServices } from '../../api/critical-services/index.ts';
import { HandOvers } from '../../api/obligations/index.ts';
import { PolicyVersions } from '../../api/policy/index.ts';
import { Procedures, ProcedureVersions } from '../../api/procedures/index.ts';
import type { ListDefinition } from '../../api/sharepoint/index.ts';
import type { WorldPerson } from '../support/world.ts';

/** A person as in the directory: their centre, and whether they lead it. */
export interface Stranger {
  id: string;
  centreId: string | undefined;
  jobTitle: string | undefined;
  roles: WorldPerson['roles'];
}

const leads = ({ roles }: Stranger) => roles.some((role) => role === 'coordinator' || role === 'centreManager');

/**
 * Whether a record can be for a person at all, decided from the list items and without the program's rules: an upper
 * bound for people without a role and for those who lead a centre. `undefined`: the lists do not decide.
 */
export function canBeFor(context: Context, person: Stranger, key: string): boolean | undefined {
  const rules = [ofPolicy, ofProcedure, ofPlan, ofTask, ofRound, ofGoverned];
  return rules.map((rule) => rule(context, person, key)).find((answer) => answer !== undefined);
}
type Rule = (context: Context, person: Stranger, key: string) => boolean | undefined;

const ofPolicy: Rule = (context, _person, key) => {
  const version = context.list(PolicyVersions).get(key);
  return version && version.publishedAt !== undefined;
};

/** Governed records are for people named in them, and for leaders. */
const ofGoverned: Rule = (context, person, key) => {
  const governed = [Agendas, ApprovalRequests, CriticalServices, ContingencyTests, Downtimes, Assets, NetworkMeetings];
  const record = governed.map((list: Titled) => context.list(list).get(key)).find((one) => one !== undefined);
  return record && (leads(person) || JSON.stringify(record).includes(person.id));
};
type Titled = ListDefinition<{ key: string }>;

/** Ever approved, or with a receipt of theirs. */
const wasInForce = (context: Context, key: string): boolean =>
  context
    .list(ApprovalRequests)
    .all()
    .some(({ subjectKey, state }) => subjectKey === key && state === 'approved');
const hasReceipt = (context: Context, { id }: Stranger, key: string): boolean =>
  context
    .list(Acknowledgements)
    .all()
    .some(({ versionKey, personId }) => versionKey === key && personId === id);

const ofProcedure: Rule = (context, person, key) => {
  const version = context.list(ProcedureVersions).get(key);
  const procedure = version && context.list(Procedures).get(version.procedureKey);
  if (!version || !procedure) return undefined;
  if (hasReceipt(context, person, key)) return true;
  const isOwn = procedure.centreId === person.centreId;
  if (isOwn && leads(person)) return true;
  if (!wasInForce(context, key)) return false;
  if (procedure.kind === 'guideline') return true;
  const jobs = version.jobTitles.map((job) => job.toLowerCase());
  return isOwn && (jobs.length === 0 || jobs.includes((person.jobTitle ?? '').toLowerCase()));
};

const ofPlan: Rule = (context, person, key) => {
  const version = context.list(ContingencyPlanVersions).get(key);
  const plan = version && context.list(ContingencyPlans).get(version.planKey);
  if (!version || !plan) return undefined;
  const owner = context.list(Assets).get(plan.assetKey)?.ownerId;
  const isNamed = JSON.stringify(version.content).includes(person.id);
  if (isNamed || owner === person.id || hasReceipt(context, person, key)) return true;
  if (leads(person)) return true;
  // A version's plan is read by the readers of the version in force.
  const versions = context.list(ContingencyPlanVersions).all();
  return versions
    .filter(({ planKey, key: other }) => planKey === version.planKey && wasInForce(context, other))
    .some(({ centreIds, content }) => {
      const isForAll = centreIds.length === 0 && plan.kind === 'emergencyProcedure';
      return isForAll || centreIds.some((id) => id === person.centreId) || JSON.stringify(content).includes(person.id);
    });
};

/** A task of a centre, or of the whole: its activity's owner, who did it, took it over or leads its centre. */
const ofTask: Rule = (context, person, key) => {
  const activity = context
    .list(WheelActivities)
    .all()
    .find((one) => one.key === key.split('_')[0]);
  if (!activity) return undefined;
  const touched = context.list(WheelTasks).get(key);
  const isTheirs = activity.personId === person.id || touched?.doneBy === person.id;
  const wasHanded = context
    .list(HandOvers)
    .all()
    .some(({ to, obligationKey }) => to === person.id && obligationKey.includes(key));
  if (isTheirs || wasHanded) return true;
  const centreId = activity.scope === 'centres' ? centreOfTask(context, key) : undefined;
  if (centreId !== undefined) return leads(person) && centreId === person.centreId;
  // Without a centre: people with a part in the work.
  return person.roles.some((role) => role !== 'employee');
};

const centreOfTask = (context: Context, key: string): string | undefined =>
  context.list(WheelTasks).get(key)?.centreId ?? key.split('_')[2];

const ofRound: Rule = (context, person, key) => {
  const round = context.list(CourseRounds).get(key);
  if (!round) return undefined;
  const { everybody, personIds, centreIds, groupIds } = round.obliged;
  // Leaders follow up, and a group's members are in Entra.
  if (everybody || groupIds.length > 0 || leads(person)) return true;
  return personIds.some((id) => id === person.id) || centreIds.some((id) => id === person.centreId);
};
