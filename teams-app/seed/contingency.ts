import { acknowledgementKey, type Acknowledgement } from '../../api/acknowledgements/index.ts';
import type { ApprovalRequest, StagePlan } from '../../api/approvals/index.ts';
import {
  partHash,
  partsOf,
  planContentOf,
  planSubjectKind,
  type ContingencyPlan,
  type ContingencyPlanVersion,
  type Downtime,
  type Improvement,
  type LogEntry,
  type PlanNames,
} from '../../api/contingency/index.ts';
import {
  addDays,
  stableKey,
  type CentreId,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../../api/kernel/index.ts';
import { translator } from '../../api/texts/translate.ts';
import { approvedBy, decided, type SeedStage } from './decided.ts';
import { seedTests } from './contingency-tests.ts';
import { planTexts, type SeedPlan } from './plan-texts.ts';

interface Bodies {
  committee: readonly PersonId[];
  ciso: PersonId;
  managerOf(centre: string): PersonId;
}
type ByCode = (code: string) => PersonId;
interface Given {
  /** `fratraadt` is a leaver. */
  byCode: ByCode;
  isPerson(code: string): boolean;
  bodies: Bodies;
  names: PlanNames;
}

const moment = (day: LocalDate, time = '09:00'): Instant => `${day}T${time}:00.000Z` as Instant;

/** Plans in every state, tests, a past downtime, and improvements after them. */
export function seedContingency(today: LocalDate, { byCode, isPerson, bodies, names }: Given) {
  const plans: ContingencyPlan[] = [];
  const versions: ContingencyPlanVersion[] = [];
  const requests: ApprovalRequest[] = [];
  for (const text of planTexts) {
    const { plan, version } = written(text, today, byCode, isPerson);
    plans.push(plan);
    versions.push(version);
    const stages = stagesOf(text, bodies);
    if (stages.length > 0) requests.push(requestOf(text, { plan, version, names }, today, stages));
  }
  return {
    plans,
    versions,
    requests,
    receipts: receiptsOf(versions, today, names),
    ...seedTests(today, byCode),
    ...seedDowntime(today, byCode),
  };
}

function written(
  text: SeedPlan,
  today: LocalDate,
  byCode: ByCode,
  isPerson: (code: string) => boolean,
): { plan: ContingencyPlan; version: ContingencyPlanVersion } {
  const { key, title, kind, asset, centre, shared, by, daysAgo } = text;
  const madeAt = moment(addDays(today, -daysAgo - 14));
  const stepsOf = (steps: SeedPlan['steps'], prefix: string) =>
    steps.map(([minutes, role, what, who], place) => ({
      key: `${prefix}${place + 1}`,
      text: what,
      role,
      minutes,
      ...(who === undefined ? {} : { personId: byCode(who) }),
    }));
  return {
    plan: {
      key,
      title,
      kind,
      assetKey: asset,
      madeBy: byCode(by),
      madeAt,
      ...(centre === undefined ? {} : { centreId: centre as CentreId }),
    },
    version: {
      key: `${key}-1`,
      title,
      planKey: key,
      number: 1,
      centreIds: shared || centre === undefined ? [] : [centre as CentreId],
      content: {
        about: text.about,
        triggers: [...text.triggers],
        communication: text.communication ?? '',
        firstHour: stepsOf(text.firstHour, 'f'),
        steps: stepsOf(text.steps, 's'),
        workarounds: (text.workarounds ?? []).map(([heading, words, form], place) => ({
          key: `w${place + 1}`,
          title: heading,
          text: words,
          form,
        })),
        contacts: text.contacts.map(([role, who, phone], place) => ({
          key: `c${place + 1}`,
          role,
          phone,
          note: '',
          ...(isPerson(who) ? { personId: byCode(who), name: '' } : { name: who }),
        })),
        suppliers: [...(text.suppliers ?? [])],
        returnToNormal: stepsOf(text.back, 'r'),
        catchingUp: text.catchingUp,
      },
      forms: [],
      summary: 'Den første udgave.',
      reviewMonths: 12,
      testMonths: 12,
      madeBy: byCode(by),
      madeAt,
      changedBy: byCode(by),
      changedAt: madeAt,
    },
  };
}

/** People named have confirmed their part, except in the newest plan. */
const receiptsOf = (
  versions: readonly ContingencyPlanVersion[],
  today: LocalDate,
  names: PlanNames,
): Acknowledgement[] => {
  const confirmed = new Map(
    planTexts.filter(({ stage, key }) => stage === 'valid' && key !== 'plan-oekonomi').map((text) => [text.key, text]),
  );
  return versions.flatMap((version) => {
    const text = confirmed.get(version.planKey);
    if (!text) return [];
    const at = moment(addDays(today, -text.daysAgo + 4), '10:20');
    return partsOf(version.content).map((part): Acknowledgement => ({
      key: acknowledgementKey(version.key, part.personId),
      versionKey: version.key,
      title: names.person(part.personId) ?? '',
      personId: part.personId,
      outcome: 'acknowledged',
      at,
      channel: 'card',
      contentHash: partHash(part),
    }));
  });
};

const committee: StagePlan = { body: 'securityCommittee', rule: 'quorum', days: 14 };

function stagesOf({ stage, kind, centre, daysAgo }: SeedPlan, bodies: Bodies): SeedStage[] {
  const isCentres = kind === 'emergencyProcedure' && centre !== undefined;
  const first: StagePlan = isCentres
    ? { body: 'centreManager', rule: 'one', days: 7, centreId: centre as CentreId }
    : { body: 'ciso', rule: 'one', days: 7 };
  const decider = isCentres ? bodies.managerOf(centre) : bodies.ciso;
  const approved = (plan: StagePlan, by: readonly PersonId[], days: number): SeedStage => ({
    plan,
    votes: approvedBy(by, days),
    ended: { outcome: 'approved', daysAgo: days },
  });
  const isWhole = kind === 'emergencyProcedure' && centre === undefined;
  const before = isWhole ? [] : [approved(first, [decider], daysAgo + 2)];
  switch (stage) {
    case 'draft':
      return [];
    case 'atManager':
      return [{ plan: first }, { plan: committee }];
    case 'atCommittee':
      return [approved(first, [decider], daysAgo), { plan: committee }];
    case 'valid':
    case 'expired':
      return [...before, approved(committee, bodies.committee.slice(0, 4), daysAgo)];
  }
}

const requestOf = (
  { stage, daysAgo, centre }: SeedPlan,
  { plan, version, names }: { plan: ContingencyPlan; version: ContingencyPlanVersion; names: PlanNames },
  today: LocalDate,
  stages: SeedStage[],
): ApprovalRequest =>
  decided({
    today,
    subjectKind: planSubjectKind,
    subjectKey: version.key,
    by: version.madeBy,
    stages,
    daysAgo: stage === 'valid' || stage === 'expired' ? daysAgo + 6 : daysAgo,
    content: planContentOf(translator('da'), plan, version, names),
    summary: version.summary,
    ...(centre === undefined ? {} : { centreId: centre }),
  });

/** A morning without the care journal, and its lessons. */
function seedDowntime(today: LocalDate, byCode: ByCode) {
  const day = addDays(today, -41);
  const key = 'nede-omsorg';
  const downtime: Downtime = {
    key,
    title: 'Omsorgsjournalen Nærcare',
    assetKey: 'sys-omsorg',
    state: 'closed',
    startedAt: moment(day, '05:50'),
    note: 'Ingen kan åbne journalen. Nærcare er ringet op.',
    centreIds: ['voksne-og-velfaerd' as CentreId],
    reportedBy: byCode('mette'),
    reportedAt: moment(day, '06:05'),
    endedAt: moment(day, '08:40'),
    hit: [
      { key: 'ydelse-plejecentre', title: 'Pleje og nødkald på plejecentre', mtd: 1, kept: false },
      { key: 'ydelse-hjemmepleje', title: 'Pleje og medicin i borgernes hjem', mtd: 4, kept: true },
    ],
    mtd: 1,
    kept: false,
    dataLoss: 0.5,
    cause: 'En opdatering hos leverandøren gik galt.',
    lessons: 'Den røde mappe virkede. På plejecentrene lå den et sted, som natholdet ikke kendte.',
    testedPlanKeys: [],
    closedAt: moment(addDays(day, 1)),
    closedBy: byCode('mette'),
    changedAt: moment(addDays(day, 1)),
    changedBy: byCode('mette'),
  };
  const entries = [
    ['06:05', 'event', 'mette', 'Servicedesk siger, at det gælder alle kommuner hos Nærcare.'],
    ['06:20', 'decision', 'mette', 'Vi kører efter de trykte lister fra i aftes.'],
    ['07:10', 'observation', 'omar', 'Torsbo kan ikke finde den røde mappe.'],
    ['08:40', 'measured', 'mette', 'Journalen virker igen. Tre medicinlister er kontrolleret.'],
  ] as const;
  const log = entries.map(([time, kind, by, text]): LogEntry => ({
    key: stableKey(key, time.replace(':', '')),
    title: text.slice(0, 80),
    subjectKey: key,
    kind,
    text,
    at: moment(day, time),
    by: byCode(by),
  }));
  const improvement = (
    name: string,
    title: string,
    owner: string,
    due: number,
    more: Partial<Improvement> = {},
  ): Improvement => ({
    key: stableKey(key, name),
    title,
    source: 'downtime',
    subjectKey: key,
    planKey: 'plan-omsorg',
    centreId: 'voksne-og-velfaerd' as CentreId,
    ownerId: byCode(owner),
    due: addDays(today, due),
    note: '',
    changedAt: moment(addDays(day, 1)),
    changedBy: byCode('mette'),
    ...more,
  });
  return {
    downtimes: [downtime],
    log,
    improvements: [
      improvement('noegle', 'Giv teknisk vagt en nøgle til panelet', 'omar', 14, {
        source: 'test',
        subjectKey: 'afproev-noedkald',
        planKey: 'plan-noedkald',
      }),
      improvement('mapper', 'Sæt den røde mappe op i alle vagtrum, og vis natholdet, hvor den er', 'omar', 9),
      improvement('varsel', 'Aftal med Nærcare, at de ringer, før de opdaterer', 'mette', -20, {
        note: 'Skrevet ind i aftalen.',
        doneAt: moment(addDays(today, -22)),
        doneBy: byCode('mette'),
      }),
    ],
  };
}
