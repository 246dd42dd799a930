import type { WheelActivity } from '../../api/annual-wheel/index.ts';
import type { Improvement } from '../../api/contingency/index.ts';
import { shippedChecklists, type Inspection, type InspectionFinding } from '../../api/inspections/index.ts';
import {
  addDays,
  stableKey,
  type CentreId,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../../api/kernel/index.ts';
import { workingDayFrom } from '../../api/working-days.ts';

type ByCode = (code: string) => PersonId;
const moment = (day: LocalDate, time = '09:00'): Instant => `${day}T${time}:00.000Z` as Instant;

interface SeedFinding {
  key: string;
  title: string;
  item: string;
  grade: InspectionFinding['grade'];
  seen: string;
  sample: string;
  cause?: string;
  /** Its action: owner, days until due, and days since done. */
  action?: { title: string; owner: string; due: number; done?: number; note?: string };
  /** Who looked again, and how many days ago: it works. */
  closed?: { by: string; daysAgo: number; note: string };
}
interface SeedVisit {
  key: string;
  checklist: string;
  centre: string;
  name: string;
  place?: string;
  inspector: string;
  /** Days until the visit; negative when past. */
  inDays: number;
  reasons: Inspection['reasons'];
  why?: string;
  state: Inspection['state'];
  /** The unit's answers, in item order. */
  answers?: readonly [by: string, ...Inspection['answers'][number]['answer'][]];
  results?: readonly Inspection['results'][number]['result'][];
  summary?: string;
  findings?: readonly SeedFinding[];
}

const visits: readonly SeedVisit[] = [
  {
    key: 'tilsyn-mapper',
    checklist: 'contingency',
    centre: 'voksne-og-velfaerd',
    place: 'Torsbo Plejecenter',
    name: 'Torsbo Plejecenter',
    inspector: 'fatima',
    inDays: -74,
    state: 'closed',
    reasons: [{ kind: 'neverVisited' }, { kind: 'redRisks', count: 2 }],
    why: 'Mappen kunne ikke findes, da journalen var nede.',
    answers: ['mette', 'yes', 'partly', 'yes', 'no'],
    results: ['notMet', 'partly', 'met', 'notMet'],
    summary:
      'Personalet ved, hvad de skal gøre, når journalen er nede. Men natholdet kunne ikke finde mappen, og planen i den var to udgaver gammel.',
    findings: [
      {
        key: 'fund-mappe',
        item: 'contingency.place',
        grade: 'largeDeviation',
        sample: '1 af 4 kunne finde den',
        title: 'Natholdet ved ikke, hvor mappen er',
        cause: 'Mappen blev flyttet, da vagtrummet blev malet.',
        seen: 'Tre af fire på nattevagt kunne ikke finde beredskabsmappen. Den lå i et aflåst skab på kontoret.',
        action: { title: 'Sæt mappen op i vagtrummet, og vis den på hver vagt', owner: 'omar', due: -12 },
      },
      {
        key: 'fund-udgave',
        item: 'contingency.current',
        grade: 'smallDeviation',
        sample: '1 af 1 mappe',
        title: 'Planen i mappen er gammel',
        seen: 'I mappen lå version 1. Version 3 gælder.',
        action: {
          title: 'Print den nye plan, og smid den gamle ud',
          owner: 'omar',
          due: -20,
          done: 6,
          note: 'Den nye er sat i mappen.',
        },
      },
      {
        key: 'fund-oevelse',
        item: 'contingency.practised',
        grade: 'smallDeviation',
        sample: '',
        title: 'Planen er ikke øvet',
        seen: 'Ingen huskede en øvelse inden for det seneste år.',
        action: {
          title: 'Hold en skrivebordsøvelse med natholdet',
          owner: 'mette',
          due: -30,
          done: 35,
          note: 'Holdt.',
        },
        closed: { by: 'fatima', daysAgo: 28, note: 'Så loggen fra øvelsen og talte med to, der var med.' },
      },
      {
        key: 'fund-ro',
        item: 'contingency.phones',
        grade: 'strength',
        sample: '3 af 3 numre',
        title: 'Alle numre virker',
        seen: 'Vi ringede til tre numre i planen. Alle blev taget med det samme.',
      },
    ],
  },
  {
    key: 'tilsyn-log',
    checklist: 'logs',
    centre: 'job-og-borgerservice',
    name: 'Center for Job og Borgerservice',
    inspector: 'signe',
    inDays: -4,
    state: 'held',
    reasons: [{ kind: 'redRisks', count: 1 }],
    answers: ['nadia', 'yes', 'no', 'yes', 'yes'],
    results: ['met', 'notMet', 'met', 'partly'],
    findings: [
      {
        key: 'fund-logkontrol',
        item: 'logs.reviewed',
        grade: 'largeDeviation',
        sample: '0 af 12 måneder',
        title: 'Ingen ser loggen efter',
        seen: 'Der er ikke kontrolleret opslag siden sidste sommer.',
      },
    ],
  },
  {
    key: 'tilsyn-adgange',
    checklist: 'leavers',
    centre: 'skoler-og-laering',
    name: 'Center for Skoler og Læring',
    inspector: 'fatima',
    inDays: 6,
    state: 'planned',
    reasons: [{ kind: 'neverVisited' }],
    answers: ['soeren', 'partly', 'yes', 'yes', 'no', 'partly'],
  },
  {
    key: 'tilsyn-procedurer',
    checklist: 'procedures',
    centre: 'dagtilbud',
    name: 'Center for Dagtilbud',
    inspector: 'signe',
    inDays: 19,
    state: 'planned',
    reasons: [{ kind: 'neverVisited' }],
    why: 'Nye procedurer for billeder af børn trådte i kraft i foråret.',
  },
];

/** Inspections at every stage: planned, answered, held without a report, and closed with open findings. */
export function seedInspections(today: LocalDate, byCode: ByCode) {
  return {
    inspections: visits.map((visit) => inspectionOf(visit, today, byCode)),
    ...foundIn(today, byCode),
    activities: visits.filter(({ inDays }) => inDays >= 0).map((visit) => activityOf(visit, today, byCode)),
  };
}

const planner = 'ciso';
function inspectionOf(visit: SeedVisit, today: LocalDate, byCode: ByCode): Inspection {
  const { key, centre, place = '', name, inspector, inDays, reasons, why = '', state, summary = '' } = visit;
  const checklist = shippedChecklists.find((one) => one.key === visit.checklist);
  if (!checklist) throw new RangeError(`no checklist ${visit.checklist}`);
  const plannedOn = workingDayFrom(addDays(today, inDays));
  const madeAt = moment(addDays(plannedOn, -40));
  const [answeredBy, ...answers] = visit.answers ?? [];
  const changedAt = state === 'planned' ? madeAt : moment(plannedOn, '13:00');
  return {
    key,
    title: `Tilsyn: ${checklist.title.da} – ${name}`,
    centreId: centre as CentreId,
    place,
    checklistKey: checklist.key,
    checklistVersion: checklist.version,
    topic: checklist.topic,
    how: checklist.how,
    items: [...checklist.items],
    inspectorId: byCode(inspector),
    plannedOn,
    reasons: [...reasons],
    why,
    state,
    summary,
    photos: [],
    answers: checklist.items.flatMap((item, place_) => {
      const answer = answers[place_];
      return answer === undefined ? [] : [{ key: item.key, answer, note: '' }];
    }),
    ...(answeredBy === undefined
      ? {}
      : { answeredBy: byCode(answeredBy), answeredAt: moment(addDays(plannedOn < today ? plannedOn : today, -9)) }),
    results: checklist.items.flatMap((item, place_) => {
      const result = visit.results?.[place_];
      const finding = visit.findings?.find((one) => one.item === item.key);
      return result === undefined
        ? []
        : [{ key: item.key, result, seen: finding?.seen ?? '', sample: finding?.sample ?? '' }];
    }),
    ...(state === 'held' || state === 'closed' ? { heldAt: moment(plannedOn, '12:00') } : {}),
    ...(state === 'closed' ? { closedAt: moment(addDays(plannedOn, 6)), closedBy: byCode(inspector) } : {}),
    madeBy: byCode(planner),
    madeAt,
    changedBy: byCode(state === 'planned' ? planner : inspector),
    changedAt,
  };
}

function foundIn(today: LocalDate, byCode: ByCode) {
  const findings: InspectionFinding[] = [];
  const improvements: Improvement[] = [];
  for (const visit of visits)
    for (const found of visit.findings ?? []) {
      const { key, title, item, grade, seen, sample, cause = '', action, closed } = found;
      const checklist = shippedChecklists.find((one) => one.key === visit.checklist);
      const looked = checklist?.items.find((one) => one.key === item);
      const centreId = visit.centre as CentreId;
      const at = moment(addDays(today, visit.inDays), '13:00');
      const by = byCode(visit.inspector);
      const closedAt = closed && moment(addDays(today, -closed.daysAgo), '10:00');
      findings.push({
        key,
        title,
        inspectionKey: visit.key,
        centreId,
        topic: checklist?.topic ?? 'other',
        itemKey: item,
        grade,
        criterion: looked?.criterion.da ?? '',
        seen,
        sample,
        method: 'walk',
        cause,
        controlKeys: [],
        requirementKeys: [...(looked?.requirementKeys ?? [])],
        rechecks:
          closed && closedAt ? [{ at: closedAt, by: byCode(closed.by), effect: 'works', note: closed.note }] : [],
        ...(closed && closedAt ? { closedAt, closedBy: byCode(closed.by) } : {}),
        madeBy: by,
        madeAt: at,
        changedBy: by,
        changedAt: closedAt ?? at,
      });
      if (action)
        improvements.push({
          key: stableKey(key, 'handling'),
          title: action.title,
          source: 'inspection',
          subjectKey: key,
          centreId,
          ownerId: byCode(action.owner),
          due: addDays(today, action.due),
          note: action.note ?? '',
          ...(action.done === undefined
            ? {}
            : { doneAt: moment(addDays(today, -action.done)), doneBy: byCode(action.owner) }),
          changedAt: at,
          changedBy: by,
        });
    }
  return { findings, improvements };
}

/** Planned ones are on the wheel, as the program adds them. */
function activityOf(visit: SeedVisit, today: LocalDate, byCode: ByCode): WheelActivity {
  const inspection = inspectionOf(visit, today, byCode);
  const { title, inspectorId, plannedOn, madeAt, madeBy, why } = inspection;
  const groupKey = stableKey('inspections', plannedOn.slice(0, 4));
  return {
    key: stableKey('inspection', visit.key),
    title,
    why: why || 'Vi ser efter, om reglerne bliver fulgt.',
    source: 'R2',
    role: 'securityTeam',
    personId: inspectorId,
    scope: 'organisation',
    steps: [],
    evidence: '',
    leadDays: 14,
    groupKey,
    history: [{ at: madeAt, by: madeBy, what: 'made' }],
    revisions: [{ from: addDays(plannedOn, -40), scope: 'organisation', startsOn: plannedOn, basis: 'calendar' }],
  };
}
