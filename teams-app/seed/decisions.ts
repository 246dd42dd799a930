import { daysBetween, type PersonId } from '../../api/kernel/index.ts';
import { policyContent, policySubject, policyWay } from '../../api/policy/index.ts';
import { dayOfMoment, type SeedDays } from './calendar.ts';
import { approvedBy, decided } from './decided.ts';
import { seedAreas } from './measure-areas.ts';
import { seedMeasures } from './measures.ts';
import { policyTexts } from './policy-texts.ts';
import { seedProcedures } from './procedures.ts';

/** Committee members except the submitter, the chair first. */
const committeeCodes = [
  'lone',
  'chef-voksne-og-velfaerd',
  'chef-oekonomi-personale-og-digitalisering',
  'teamleder',
  'jurist',
  'digitaliseringschef',
];
const managementCodes = [
  'kommunaldirektoer',
  'mads',
  'birgitte',
  'lone',
  'chef-boern-og-unge',
  'chef-skoler-og-laering',
  'chef-dagtilbud',
  'chef-park-vej-og-miljoe',
];

/** Decided and pending requests: the policy in force, measures, guidelines and procedures. */
export function seedDecisions(days: SeedDays, byCode: (code: string) => PersonId) {
  const { today } = days;
  const [committee, management, ciso] = [committeeCodes.map(byCode), managementCodes.map(byCode), byCode('ciso')];
  const measures = seedMeasures(today, { ciso, committee, management });
  const procedures = seedProcedures(today, {
    ciso,
    committee,
    management,
    byCode,
    team: byCode('fatima'),
    managerOf: (centre) => byCode(`chef-${centre}`),
  });
  const policy = policyRequest(days, ciso, committee, management, byCode('sekretaer'));
  return {
    requests: [policy, ...seedAreas(today, ciso, management.slice(0, 3)), ...measures.requests, ...procedures.requests],
    bodies: { committee, ciso, managerOf: (centre: string) => byCode(`chef-${centre}`) },
    procedures: procedures.procedures,
    versions: procedures.versions,
    measures: measures.measures,
    plan: measures.plan,
    activities: measures.activities,
  };
}

/** History of the policy in force: prepared, approved by Koncernledelsen, and decided by Byrådet the day before. */
function policyRequest(
  { today, published }: SeedDays,
  ciso: PersonId,
  committee: readonly PersonId[],
  management: readonly PersonId[],
  secretary: PersonId,
) {
  const since = daysBetween(dayOfMoment(published), today);
  const [first, second, third] = policyWay;
  if (!first || !second || !third) throw new RangeError('the policy has three stages');
  const ended = (daysAgo: number) => ({ outcome: 'approved', daysAgo }) as const;
  return decided({
    today,
    subjectKind: policySubject,
    subjectKey: policyTexts.published.key,
    by: ciso,
    daysAgo: since + 60,
    content: policyContent(policyTexts.published),
    summary: policyTexts.published.summary,
    stages: [
      { plan: first, votes: approvedBy(committee.slice(0, 5), since + 48), ended: ended(since + 48) },
      { plan: second, votes: approvedBy(management, since + 34), ended: ended(since + 34) },
      { plan: third, decision: { itemNumber: '12', by: secretary }, ended: ended(since + 1) },
    ],
  });
}
