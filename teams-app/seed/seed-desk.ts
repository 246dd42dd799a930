import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import { NetworkMeetings, WheelActivities, WheelPlans, WheelTasks } from '../../api/annual-wheel/index.ts';
import { approvalActs, ApprovalRequests, type ApprovalRequest } from '../../api/approvals/index.ts';
import { Advice } from '../../api/advice/index.ts';
import { AppointmentProposals } from '../../api/appointments/index.ts';
import { Assets, type Asset } from '../../api/assets/index.ts';
import {
  ContingencyLog,
  ContingencyPlans,
  ContingencyPlanVersions,
  ContingencyTests,
  Downtimes,
  Improvements,
} from '../../api/contingency/index.ts';
import { AssetRecovery, CriticalServices } from '../../api/critical-services/index.ts';
import { AuditEntries, entryOf, type AuditEntry } from '../../api/audit/index.ts';
import { Completions, CourseRounds, Courses, Exemptions, MissedCycles } from '../../api/awareness/index.ts';
import { Campaigns, ConversationPages, DeliveryBlocks } from '../../api/deliveries/delivery-lists.ts';
import { localDate, type PersonId } from '../../api/kernel/index.ts';
import { InspectionFindings, Inspections } from '../../api/inspections/index.ts';
import { Measures } from '../../api/measures/index.ts';
import { Centres } from '../../api/organisation/centre-list.ts';
import { People } from '../../api/organisation/person-list.ts';
import { RoleAssignments, RoleGroups } from '../../api/organisation/role-assignment-list.ts';
import { PolicyVersions, type PolicyVersion } from '../../api/policy/index.ts';
import { Procedures, ProcedureVersions } from '../../api/procedures/index.ts';
import {
  Assessments,
  AssessmentTriggers,
  RiskAcceptances,
  RiskActions,
  RiskFigures,
  Risks,
} from '../../api/risks/index.ts';
import { Applicability, Controls } from '../../api/standards/index.ts';
import { domain } from '../emulator/municipality.ts';
import type { World } from '../emulator/world.ts';
import { seedAppointments } from './appointments.ts';
import { seedAssets } from './assets.ts';
import { seedAwareness } from './awareness.ts';
import { isoMoment, seedDays } from './calendar.ts';
import { seedBlocks, seedCampaign, seedConversations } from './deliveries.ts';
import { seedContingency } from './contingency.ts';
import { seedRecovery, seedServices } from './critical-services.ts';
import { fillDirectory, fillGroups, inserter } from './fill-world.ts';
import { assignmentRecords, centreRecords, groupRecords, personRecord } from './organisation.ts';
import { seedInspections } from './inspections.ts';
import { seedOwnWork } from './own-work.ts';
import { seedPeople, type SeedPerson } from './people.ts';
import { versionRecords } from './policy.ts';
import { seedReceipts } from './receipts.ts';
import { seedDecisions } from './decisions.ts';
import { seedControls } from './controls.ts';
import { seedAcceptances, seedFigures } from './risk-decisions.ts';
import { seedRisks } from './risks.ts';
import { seedWheel } from './wheel.ts';

export interface SeedOptions {
  /** Employees; at least 60, default 2,300. */
  people?: number;
  /** Days to acknowledge, as configured; default 18. */
  acknowledgeWithinDays?: number;
  /** `false` seeds people, centres and roles only: no published policy, courses or wheel. */
  policy?: boolean;
}
type Bodies = Parameters<typeof seedAcceptances>[2];

export interface Seeded {
  people: readonly SeedPerson[];
  versions: readonly PolicyVersion[];
  /** Items in each list. */
  items: Readonly<Record<string, number>>;
  /** A key person by code, e.g. `anne`, `mette`, `ciso` (key-people.ts). Throws RangeError for an unknown one. */
  person(code: string): SeedPerson;
}

/** Whether the world has a municipality. */
export const isSeeded = (world: World): boolean => world.directory.users().length > 0;

/**
 * Fills an empty world, after provisioning, with a realistic municipality: people in the directory and all lists.
 * Deterministic by size and day. 2,300 people take about a second.
 */
export function seedDesk(world: World, options: SeedOptions = {}): Seeded {
  const { people: size = 2300, acknowledgeWithinDays = 18, policy = true } = options;
  const now = world.clock.now();
  const days = seedDays(now, localDate(now), acknowledgeWithinDays);
  const people = seedPeople(size, days.today, domain);
  const byCode = new Map(people.flatMap((person) => (person.code === undefined ? [] : [[person.code, person]])));
  const person = (code: string): SeedPerson => {
    const found = byCode.get(code);
    if (!found) throw new RangeError(`nobody is called ${code}`);
    return found;
  };
  const { items, insert } = inserter(world);
  const insertRisks = (bodies: Bodies): ApprovalRequest[] => {
    const idOf = (code: string) => person(code).id as PersonId;
    const assets = seedAssets(days.today, idOf);
    const { assessments, risks, actions, triggers } = seedRisks(assets, days.today, idOf);
    const { controls, applicability } = seedControls(days.today, idOf);
    const register = { assets, assessments, risks };
    const { acceptances, requests } = seedAcceptances(register, days.today, bodies);
    insert(Assets, assets);
    insert(Assessments, assessments);
    insert(Risks, risks);
    insert(RiskActions, actions);
    insert(AssessmentTriggers, triggers);
    insert(RiskAcceptances, acceptances);
    insert(RiskFigures, seedFigures(register, days.today));
    insert(Controls, controls);
    insert(Applicability, applicability);
    return [...requests, ...insertContingency(assets, bodies)];
  };
  const insertContingency = (assets: readonly Asset[], bodies: Bodies): ApprovalRequest[] => {
    const idOf = (code: string) => person(code).id as PersonId;
    const titles = new Map(assets.map(({ key, title }) => [key, title]));
    const centreTitles = new Map(centreRecords().map(({ key, title }) => [key, title]));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const gone = people.find(({ leftOn }) => leftOn !== undefined);
    const { services, requests } = seedServices(days.today, idOf, bodies);
    const made = seedContingency(days.today, {
      byCode: (code) => (code === 'fratraadt' && gone ? (gone.id as PersonId) : idOf(code)),
      isPerson: (code: string) => code === 'fratraadt' || byCode.has(code),
      bodies,
      names: {
        asset: (key) => titles.get(key),
        centre: (id) => centreTitles.get(id),
        person: (id) => names.get(id),
      },
    });
    insert(CriticalServices, services);
    insert(
      AssetRecovery,
      seedRecovery(days.today, idOf, (key) => titles.get(key) ?? key),
    );
    insert(ContingencyPlans, made.plans);
    insert(ContingencyPlanVersions, made.versions);
    insert(Acknowledgements, made.receipts);
    insert(ContingencyTests, made.tests);
    insert(Downtimes, made.downtimes);
    insert(ContingencyLog, made.log);
    const visited = seedInspections(days.today, idOf);
    insert(Inspections, visited.inspections);
    insert(InspectionFindings, visited.findings);
    const own = seedOwnWork(days.today, idOf);
    insert(Advice, own.advice);
    insert(Improvements, [...made.improvements, ...visited.improvements, ...own.initiatives]);
    insert(WheelActivities, visited.activities);
    return [...requests, ...made.requests];
  };
  const insertPolicy = (): PolicyVersion[] => {
    const ciso = person('ciso').id;
    const versions = versionRecords(days, ciso, person('teamleder').id);
    const receipts = seedReceipts(people, days);
    const blocks = seedBlocks(people, receipts, days);
    insert(PolicyVersions, versions);
    insert(Acknowledgements, receipts);
    insert(Campaigns, [seedCampaign(days, ciso)]);
    insert(DeliveryBlocks, blocks);
    insert(ConversationPages, seedConversations(blocks));
    const wheel = seedWheel(people, days);
    const decisions = seedDecisions(days, (code) => person(code).id as PersonId);
    const requests = [...decisions.requests, ...insertRisks(decisions.bodies)];
    insert(ApprovalRequests, requests);
    insert(Procedures, decisions.procedures);
    insert(ProcedureVersions, decisions.versions);
    insert(Measures, decisions.measures);
    insert(WheelActivities, [...wheel.activities, ...decisions.activities]);
    insert(WheelTasks, wheel.tasks);
    insert(WheelPlans, [...wheel.plans, decisions.plan]);
    insert(NetworkMeetings, wheel.meetings);
    const decided = requests.flatMap(approvalActs).map(entryOf);
    insert(AuditEntries, [...auditOf(versions, ciso), ...wheel.audit, ...decided]);
    return versions;
  };
  const insertAwareness = (): void => {
    const { courses, rounds, completions, exemptions, missed } = seedAwareness(people, days);
    insert(Courses, courses);
    insert(CourseRounds, rounds);
    insert(Completions, completions);
    insert(Exemptions, exemptions);
    insert(MissedCycles, missed);
  };
  // All or nothing: an interrupted seeding leaves an empty world.
  return world.directory.inBulk(() => {
    insert(Centres, centreRecords());
    insert(People, people.map(personRecord));
    const appointed = seedAppointments(assignmentRecords(people, days.today), days.today, person);
    insert(RoleAssignments, appointed.assignments);
    insert(AppointmentProposals, appointed.proposals);
    insert(RoleGroups, groupRecords());
    const versions = policy ? insertPolicy() : [];
    if (policy) insertAwareness();
    fillDirectory(world, people);
    fillGroups(world, people);
    return { people, versions, items, person };
  });
}

const auditOf = (versions: readonly PolicyVersion[], ciso: string): AuditEntry[] =>
  versions.flatMap(({ key, number, publishedAt }) =>
    publishedAt === undefined
      ? []
      : [
          {
            key: `publishPolicy_${key}`,
            title: 'publishPolicy',
            subjectKey: key,
            actorId: ciso as PersonId,
            at: isoMoment(new Date(publishedAt)),
            details: { number },
          },
        ],
  );
