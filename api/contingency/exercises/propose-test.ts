import { findAsset } from '../../assets/index.ts';
import type { Context, Translate } from '../../context.ts';
import { consolidation, hoursInWords } from '../../critical-services/index.ts';
import { addDays, forbidden, todayOf, type Actor, type LocalDate } from '../../kernel/index.ts';
import { freshnessOf, hasLeft, personRef } from '../../organisation/index.ts';
import type { PlanContent, TestProposal } from '../contract.ts';
import { partsOf } from '../plans/plan-people.ts';
import { planOrThrow } from '../plans/plans.ts';
import { ContingencyPlans, ContingencyPlanVersions, type PlanNow } from '../plans/plan-lists.ts';
import { shownVersion } from '../../documents/index.ts';
import type { ContingencyTest } from './test-lists.ts';
import { refOfAsset, refOfPlan } from './refs.ts';
import { mayTestPlan } from './test-permissions.ts';
import { recoveryKey } from './test-rules.ts';
import { testingOf } from './tests.ts';
import { formatNumber } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

/** Days from planning to the test. */
const daysAhead = 14;
const mostSteps = 5;
const longestCriterion = 300;
/** Proposed injects, in minutes after the start. */
const minutes = { first: 10, worse: 30, back: 50 } as const;

/** The next kind: a walk-through first, then a table-top; a restore plan is tested for real. */
const nextKind = ({ plan }: PlanNow, { lastOn }: TestProposal['testing']): ContingencyTest['kind'] => {
  if (plan.kind === 'restorePlan') return 'technicalRestore';
  return lastOn === undefined ? 'walkThrough' : 'tableTop';
};

/** In two weeks, except on a weekend. */
function proposedDay(today: LocalDate): LocalDate {
  const day = addDays(today, daysAhead);
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}

/** Criteria: up in time, and the first steps of the plan itself. */
function proposedCriteria(
  t: Translate,
  decimals: (number: number) => string,
  { firstHour, steps }: Pick<PlanContent, 'firstHour' | 'steps'>,
  hours: number | undefined,
): TestProposal['fields']['criteria'] {
  const words = hours === undefined ? undefined : hoursInWords(t, hours, decimals);
  const inTime =
    words === undefined
      ? { key: recoveryKey, text: t('contingencyTests.proposal.running') }
      : { key: recoveryKey, text: t('contingencyTests.proposal.within', { hours: words }), hours: hours ?? 0 };
  const own = [...firstHour, ...steps].filter(({ text }) => text.trim() !== '').slice(0, mostSteps);
  return [
    inTime,
    ...own.map(({ text, minutes: within }, index) => ({
      key: `step-${index + 1}`,
      text: text.trim().slice(0, longestCriterion),
      ...(within === undefined ? {} : { hours: Math.round((within / 60) * 100) / 100 }),
    })),
  ];
}

/**
 * A proposed test of a plan, editable before planning. From memory. Throws AppError: missing `contingency.noSuchPlan`,
 * forbidden `contingency.mayNotTest`.
 */
export function proposeTest(context: Context, actor: Actor, planKey: string): TestProposal {
  const now = planOrThrow(context, planKey);
  const { plan } = now;
  const asset = findAsset(context, plan.assetKey);
  if (!mayTestPlan(actor, plan, asset)) throw forbidden('contingency.mayNotTest');
  const t = context.texts(actor.language);
  const version = shownVersion(now)?.version;
  const figures = consolidation(context).get(plan.assetKey);
  const testing = testingOf(context, now);
  const limit = figures?.rto?.hours ?? figures?.mtd?.hours;
  const decimals = (number: number) => formatNumber(number, actor.language, 3);
  const system = asset?.title ?? plan.assetKey;
  const say = (
    part: TextsUnder<'contingencyTests.proposal.emergencyProcedure'> &
      TextsUnder<'contingencyTests.proposal.restorePlan'>,
  ) => t(`contingencyTests.proposal.${plan.kind}.${part}`, { system });
  const named = version ? partsOf(version.content).filter(({ personId }) => !hasLeft(context, personId)) : [];
  return {
    plan: refOfPlan(context, plan.key),
    asset: refOfAsset(context, plan.assetKey),
    testing,
    fields: {
      kind: nextKind(now, testing),
      title: t('contingencyTests.proposal.title', { plan: version?.title ?? plan.title }).slice(0, 200),
      on: proposedDay(todayOf(context.clock)),
      time: '09:00',
      scenario: say('scenario'),
      injects: (['first', 'worse', 'back'] as const).map((part) => ({
        key: part,
        minute: minutes[part],
        text: say(part),
      })),
      criteria: proposedCriteria(t, decimals, version?.content ?? { firstHour: [], steps: [] }, limit),
    },
    leader: personRef(context, actor.personId),
    people: named.map(({ personId }) => personRef(context, personId)),
    freshness: freshnessOf(context, ContingencyPlans, ContingencyPlanVersions),
  };
}
