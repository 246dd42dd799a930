import { contentHashOf, type ApprovalContent, type ApprovalRequest } from '../../api/approvals/index.ts';
import type { Asset } from '../../api/assets/index.ts';
import { addDays, addMonths, stableKey, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import {
  acceptanceKey,
  acceptanceSubject,
  acceptanceWay,
  frozenCellOf,
  shippedScales,
  statusesOf,
  type Assessment,
  type Risk,
  type RiskAcceptance,
  type RiskFigure,
} from '../../api/risks/index.ts';
import { translator } from '../../api/texts/translate.ts';
import { approvedBy, decided, type SeedStage } from './decided.ts';
import type { TextsUnder } from '../../api/texts/catalogue.ts';

/** Participants, the committee's chair first. */
interface Bodies {
  committee: readonly PersonId[];
  ciso: PersonId;
  managerOf: (centre: string) => PersonId;
}
interface Register {
  assets: readonly Asset[];
  assessments: readonly Assessment[];
  risks: readonly Risk[];
}
type Status = 'accepted' | 'endsSoon' | 'waiting';
const longestYear = 365;

const reason = 'Vi har gjort det, der er rimeligt. Mere ville koste meget tid hos borgerne og give lidt.';

/** Number without a request. */
const notAsked = 3;

/** Acceptances of nearly all risks to be accepted: one expires soon, and the last is pending. */
export function seedAcceptances(register: Register, today: LocalDate, bodies: Bodies) {
  const asked = candidates(register).slice(0, -notAsked);
  const statusAt = (place: number): Status => {
    if (place === asked.length - 1) return 'waiting';
    return place === 2 ? 'endsSoon' : 'accepted';
  };
  const made = asked.map((candidate, place) => acceptanceOf(candidate, statusAt(place), today, bodies));
  return { acceptances: made.map(({ acceptance }) => acceptance), requests: made.map(({ request }) => request) };
}

interface Candidate {
  asset: Asset;
  assessment: Assessment;
  risk: Risk;
}

/** Risks in force to be accepted. */
function candidates({ assets, assessments, risks }: Register): Candidate[] {
  const found: Candidate[] = [];
  for (const risk of risks) {
    const assessment = assessments.find(({ key }) => key === risk.assessmentKey);
    const asset = assets.find(({ key }) => key === assessment?.assetKey);
    if (!assessment || !asset || assessment.state !== 'finished' || asset.centreId === undefined) continue;
    const level = statusesOf(assessment, risk).current?.level ?? 0;
    if (level > 0 && risk.treatment === 'accept') found.push({ asset, assessment, risk });
  }
  return found;
}

function acceptanceOf(
  { asset, assessment, risk }: Candidate,
  status: Status,
  today: LocalDate,
  { committee, ciso, managerOf }: Bodies,
): { acceptance: RiskAcceptance; request: ApprovalRequest } {
  const t = translator('da');
  const { scale } = assessment;
  const { current, target } = statusesOf(assessment, risk);
  if (!current) throw new RangeError(`${risk.key} has no level`);
  const riskKey = stableKey(asset.key, risk.threatKey);
  const daysAgo = status === 'waiting' ? 3 : 20;
  const until = addDays(today, status === 'endsSoon' ? 16 : longestYear - daysAgo);
  const heading = (name: TextsUnder<'riskDocuments.acceptance'>) => `## ${t(`riskDocuments.acceptance.${name}`)}`;
  const content: ApprovalContent = {
    title: `${risk.title} – ${asset.title}`,
    text: [
      heading('reason'),
      reason,
      heading('vulnerability'),
      risk.vulnerability,
      heading('existing'),
      risk.existing,
    ].join('\n\n'),
  };
  const way = acceptanceWay(scale.levels[current.level]?.acceptedBy ?? 'ciso', asset.centreId);
  const votersOf = (body: string): readonly PersonId[] => {
    if (body === 'centreManager') return [managerOf(asset.centreId ?? '')];
    return body === 'ciso' ? [ciso] : committee;
  };
  const stages = way.map((plan, place): SeedStage => {
    const isLast = place === way.length - 1;
    if (status === 'waiting' && isLast) return { plan };
    const ago = daysAgo - 1 - place;
    return { plan, votes: approvedBy(votersOf(plan.body), ago), ended: { outcome: 'approved', daysAgo: ago } };
  });
  const askedBy = assessment.finishedBy ?? ciso;
  return {
    acceptance: {
      key: acceptanceKey(riskKey, contentHashOf(content)),
      title: content.title,
      riskKey,
      assetKey: asset.key,
      reason,
      until,
      current: frozenCellOf(scale, current),
      treatment: 'accept',
      askedBy,
      ...(target ? { target: frozenCellOf(scale, target) } : {}),
      askedAt: `${addDays(today, -daysAgo)}T08:30:00.000Z` as Instant,
    },
    request: decided({
      today,
      subjectKind: acceptanceSubject,
      subjectKey: riskKey,
      content,
      by: askedBy,
      daysAgo,
      stages,
      summary: reason,
      centreId: asset.centreId ?? '',
    }),
  };
}

/** Risks by level at the end of the last fourteen months: fewer of the worst each month. */
export function seedFigures(register: Register, today: LocalDate): RiskFigure[] {
  const scale = shippedScales.find(({ key }) => key === 'standard')?.scale;
  if (!scale) throw new RangeError('the standard scale is gone');
  const inForce = new Map(
    register.assessments.filter(({ state }) => state === 'finished').map((found) => [found.key, found]),
  );
  const counts = new Map<string, number[]>();
  for (const risk of register.risks) {
    const assessment = inForce.get(risk.assessmentKey);
    const level = assessment && statusesOf(assessment, risk).current?.level;
    const centre = register.assets.find(({ key }) => key === assessment?.assetKey)?.centreId;
    if (level === undefined || centre === undefined) continue;
    const known = counts.get(centre) ?? scale.levels.map(() => 0);
    counts.set(
      centre,
      known.map((count, place) => count + Number(place === level)),
    );
  }
  const months = 14;
  return Array.from({ length: months }, (_, place): RiskFigure => {
    const ago = months - place;
    const month = addMonths(`${today.slice(0, 7)}-01` as LocalDate, -ago).slice(0, 7);
    const grown = (count: number, level: number) =>
      Math.round(count * (level === 0 ? 1 - ago * 0.035 : 1 + ago * 0.06 * level));
    const levelsOf = (found: readonly number[]) =>
      scale.levels.map((level, at) => ({
        severity: at / (scale.levels.length - 1),
        word: level.word,
        tone: level.tone,
        count: grown(found[at] ?? 0, at),
      }));
    const byCentre = Object.fromEntries([...counts].map(([centre, found]) => [centre, levelsOf(found)]));
    const whole = scale.levels.map((level, at) => ({
      severity: at / (scale.levels.length - 1),
      word: level.word,
      tone: level.tone,
      count: Object.values(byCentre).reduce((sum, levels) => sum + (levels[at]?.count ?? 0), 0),
    }));
    return { key: month, title: month, levels: whole, byCentre, frozenAt: `${month}-28T05:40:00.000Z` as Instant };
  });
}
