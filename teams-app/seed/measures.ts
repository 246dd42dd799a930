import type { WheelActivity } from '../../api/annual-wheel/index.ts';
import type { WheelPlan } from '../../api/annual-wheel/plans/plan-list.ts';
import type { ApprovalRequest } from '../../api/approvals/index.ts';
import { addDays, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import {
  measureContent,
  measurePlanKey,
  measureSubject,
  measureWay,
  measureWords,
  type Measure,
} from '../../api/measures/index.ts';
import { translator } from '../../api/texts/translate.ts';
import { approvedBy, decided, type SeedStage } from './decided.ts';

interface Proposal {
  key: string;
  title: string;
  background: string;
  costOnce: number;
  costYearly: number;
  risk: string;
  recommendation: string;
  daysAgo: number;
  steps: {
    title: string;
    role: Measure['steps'][number]['role'];
    inDays: number;
    scope?: Measure['steps'][number]['scope'];
  }[];
}

const proposals: Record<'cards' | 'phishing' | 'shredders', Proposal> = {
  cards: {
    key: 'tiltag-noeglekort',
    title: 'Nøglekort i stedet for dørkoder på Rådhuset',
    background:
      'Dørkoderne deles mellem kolleger og skiftes et par gange om året. Ved tilsynet i foråret kom en besøgende ind i Borgerservice efter lukketid, fordi koden stod på en seddel.\n\nTre kommuner af samme størrelse har gode erfaringer med nøglekort, der også viser, hvem der har været hvor.',
    costOnce: 450_000,
    costYearly: 60_000,
    risk: 'Uvedkommende kommer ind, hvor der ligger sager om borgere.',
    recommendation: 'Det indstilles, at dørkoderne på Rådhuset afløses af personlige nøglekort i første halvår.',
    daysAgo: 80,
    steps: [
      { title: 'Køb nøglekort og læsere', role: 'securityTeam', inDays: -12 },
      { title: 'Del nøglekort ud i centret', role: 'centreManager', inDays: 45, scope: 'centres' },
      { title: 'Luk de gamle dørkoder', role: 'securityTeam', inDays: 70 },
    ],
  },
  phishing: {
    key: 'tiltag-falske-mails',
    title: 'Øvelser i falske mails fire gange om året',
    background:
      'Hver tredje hændelse begynder med en falsk mail. I dag får medarbejderne ét kursus om året. Øvelser i hverdagen gør, at flere opdager dem og siger til.',
    costOnce: 40_000,
    costYearly: 120_000,
    risk: 'En medarbejder giver sit kodeord fra sig, og borgernes oplysninger kommer i forkerte hænder.',
    recommendation:
      'Det indstilles, at alle medarbejdere får en øvelse i falske mails hvert kvartal, uden at nogen hænges ud.',
    daysAgo: 16,
    steps: [
      { title: 'Vælg leverandør til øvelserne', role: 'securityTeam', inDays: 40 },
      { title: 'Tal med medarbejderne om den første øvelse', role: 'centreManager', inDays: 110, scope: 'centres' },
    ],
  },
  shredders: {
    key: 'tiltag-makulering',
    title: 'Aflåste beholdere til papir, der skal makuleres',
    background: 'I fire centre står papir med CPR-numre i åbne kasser, til de hentes.',
    costOnce: 85_000,
    costYearly: 0,
    risk: 'Papir med personoplysninger bliver læst eller taget af andre.',
    recommendation: 'Det indstilles, at hvert center får aflåste beholdere.',
    daysAgo: 3,
    steps: [],
  },
};

const morning = (day: LocalDate): Instant => `${day}T08:00:00.000Z` as Instant;

function measureOf(proposal: Proposal, proposedBy: PersonId, today: LocalDate): Measure {
  const { key, title, background, costOnce, costYearly, risk, recommendation, daysAgo, steps } = proposal;
  const proposedAt = morning(addDays(today, -daysAgo));
  return {
    key,
    title,
    background,
    costOnce,
    costYearly,
    risk,
    recommendation,
    proposedBy,
    proposedAt,
    changedAt: proposedAt,
    steps: steps.map(({ title: what, role, inDays, scope = 'organisation' }) => ({
      title: what,
      role,
      scope,
      due: addDays(today, inDays),
    })),
  };
}

/** Participants, by body. */
export interface SeedBodies {
  ciso: PersonId;
  /** The chair first. */
  committee: readonly PersonId[];
  management: readonly PersonId[];
}

/** A measure under way, one pending with Koncernledelsen, and a draft. */
export function seedMeasures(today: LocalDate, { ciso, committee, management }: SeedBodies) {
  const words = measureWords(translator('da'));
  const [first, second] = measureWay;
  const cards = measureOf(proposals.cards, ciso, today);
  const phishing = measureOf(proposals.phishing, ciso, today);
  const shredders = measureOf(proposals.shredders, ciso, today);
  const request = (measure: Measure, daysAgo: number, stages: SeedStage[]): ApprovalRequest =>
    decided({
      today,
      subjectKind: measureSubject,
      subjectKey: measure.key,
      by: ciso,
      daysAgo,
      stages,
      content: measureContent(measure, words),
      summary: measure.recommendation,
    });
  const by = (stage: typeof first): NonNullable<typeof first> => {
    if (!stage) throw new RangeError('measures have two stages');
    return stage;
  };
  const requests = [
    request(cards, 78, [
      { plan: by(first), votes: approvedBy(committee.slice(0, 5), 74), ended: { outcome: 'approved', daysAgo: 74 } },
      { plan: by(second), votes: approvedBy(management.slice(0, 8), 60), ended: { outcome: 'approved', daysAgo: 60 } },
    ]),
    request(phishing, 14, [
      { plan: by(first), votes: approvedBy(committee.slice(0, 5), 9), ended: { outcome: 'approved', daysAgo: 9 } },
      { plan: by(second), votes: approvedBy(management.slice(0, 4), 5) },
    ]),
  ];
  return { measures: [cards, phishing, shredders], requests, ...planOf(cards, ciso, addDays(today, -60)) };
}

/** Tasks of an approved measure, as created by its decision. */
function planOf(measure: Measure, by: PersonId, began: LocalDate): { plan: WheelPlan; activities: WheelActivity[] } {
  const key = measurePlanKey(measure.key);
  const madeAt = morning(began);
  const plan: WheelPlan = { key, title: measure.title, startsOn: began, madeBy: by, madeAt };
  const activities = measure.steps.map(({ title, role, scope, due }, index): WheelActivity => {
    const startsOn = due as LocalDate;
    return {
      key: `${key}-${index + 1}`,
      title,
      role,
      scope,
      source: 'R13',
      why: measure.recommendation,
      steps: [],
      evidence: '',
      leadDays: 14,
      groupKey: key,
      revisions: [{ from: began, scope, startsOn, basis: 'calendar' }],
      history: [{ at: madeAt, by, what: 'made' }],
    };
  });
  return { plan, activities };
}
