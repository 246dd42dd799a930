import { Assets, findAsset } from '../../assets/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import {
  addDays,
  localDate,
  stableKey,
  titleAbout,
  type LocalDate,
  type Responsible,
  type SharedWork,
} from '../../kernel/index.ts';
import type { SharedSource } from '../../obligations/index.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plans/plan-lists.ts';
import { allPlans } from '../plans/plans.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import { ContingencyTests, Downtimes, Improvements, type Improvement } from './test-lists.ts';
import { improvements } from './improvements.ts';
import { titleAbove } from './log-subjects.ts';
import { comingTestOf, nextTestOn, testLead, testPath } from './tests.ts';

/** Days to evaluate an ended test. */
const evaluateWithin = 14;

/** The system's owner for a plan that restores it, the centre's ISK for its own procedure, else the team (R6). */
function namedForPlan(context: Context, { plan }: PlanNow): Responsible {
  const { kind, centreId, assetKey } = plan;
  const ownerId = kind === 'restorePlan' ? findAsset(context, assetKey)?.ownerId : undefined;
  if (ownerId !== undefined)
    return { personId: ownerId, role: 'securityTeam', ...(centreId === undefined ? {} : { centreId }) };
  return centreId === undefined ? { role: 'securityTeam' } : { role: 'coordinator', centreId };
}

/** Planning page. */
export const planTestPath = (planKey: string): string => `/contingency/tests/new?plan=${encodeURIComponent(planKey)}`;

function testsOwed(context: Context, today: LocalDate): SharedWork[] {
  return [...allPlans(context).values()].flatMap((now): SharedWork[] => {
    const { plan, current } = now;
    const due = nextTestOn(context, now);
    if (!current || due === undefined || plan.retiredAt !== undefined) return [];
    const since = addDays(due, -testLead);
    if (since > today) return [];
    const coming = comingTestOf(context, plan.key);
    return [
      {
        key: stableKey('testPlan', plan.key, due),
        kind: 'testPlan',
        subject: { key: plan.key, title: current.version.title },
        state: 'open',
        due,
        since,
        path: coming ? testPath(coming.key) : planTestPath(plan.key),
        ...(plan.centreId === undefined ? {} : { centreId: plan.centreId }),
        responsible: namedForPlan(context, now),
      },
    ];
  });
}

/** Plans due for a test (R6). Done when a test is evaluated and closed. */
export const testPlanSource: SharedSource = {
  kinds: ['testPlan'],
  lists: [ContingencyPlans, ContingencyPlanVersions, ApprovalRequests, ContingencyTests, Downtimes, Assets],
  work: testsOwed,
};

/** Ended tests due for evaluation by their leader (R6). Done when the test is closed. */
export const evaluateTestSource: SharedSource = {
  kinds: ['evaluateTest'],
  lists: [ContingencyTests],
  work: (context) =>
    context
      .list(ContingencyTests)
      .all()
      .flatMap(({ key, title, state, endedAt, changedAt, centreId, leaderId }): SharedWork[] => {
        if (state !== 'ended') return [];
        const since = localDate(endedAt ?? changedAt);
        const centre = centreId === undefined ? {} : { centreId };
        return [
          {
            key: stableKey('evaluateTest', key),
            kind: 'evaluateTest',
            subject: { key, title },
            state: 'open',
            since,
            due: addDays(since, evaluateWithin),
            path: testPath(key),
            ...centre,
            responsible: { personId: leaderId, ...centre },
          },
        ];
      }),
};

const improvementPaths: Readonly<Record<Improvement['source'], (improvement: Improvement) => string>> = {
  test: ({ subjectKey }) => testPath(subjectKey),
  downtime: ({ subjectKey }) => `/contingency/downtime/${encodeURIComponent(subjectKey)}`,
  inspection: ({ subjectKey }) => `/inspections/findings/${encodeURIComponent(subjectKey)}`,
  initiative: ({ centreId = '' }) => `/tasks/initiatives/${encodeURIComponent(centreId)}`,
};
const improvementPath = (improvement: Improvement): string => improvementPaths[improvement.source](improvement);

/** Improvements after tests and downtimes (R6). Done when reported so, or cancelled. */
export const improvementSource: SharedSource = {
  kinds: ['doImprovement'],
  lists: [Improvements, ContingencyTests, Downtimes],
  work: (context, today) =>
    context
      .list(Improvements)
      .all()
      .flatMap((improvement) => {
        const { subjectKey, centreId } = improvement;
        const after = context.list(ContingencyTests).get(subjectKey) ?? context.list(Downtimes).get(subjectKey);
        const title = titleAbout(improvement.title, after?.title ?? titleAbove(context, subjectKey));
        return improvements.owed(improvement, today, { title, path: improvementPath(improvement), centreId });
      }),
};
