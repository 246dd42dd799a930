import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { mergedOver } from '../../edits/index.ts';
import { conflict, invalid, nowOf, type Actor } from '../../kernel/index.ts';
import { refusedBy } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { EvaluationBody } from '../contract.ts';
import { longestInEvaluation } from './evaluation-contract.ts';
import { ContingencyTests, type ContingencyTest } from './test-lists.ts';
import { improvementsOf } from './improvements.ts';
import { managedTest } from './move-test.ts';
import { missingInEvaluation, passes } from './test-rules.ts';

/**
 * Saves part of an evaluation: missing fields are unchanged. 2 resource units; only the closing is audited. Throws
 * AppError: missing, forbidden `contingency.mayNotTest`, conflict `contingency.testNotEnded`, invalid at a result of no
 * criterion, unavailable.
 */
export async function saveEvaluation(
  context: Context,
  actor: Actor,
  testKey: string,
  body: EvaluationBody,
): Promise<Stored<ContingencyTest>> {
  managedTest(context, actor, testKey);
  const now = nowOf(context.clock);
  return context.list(ContingencyTests).update(testKey, (current) => {
    if (current.state !== 'ended')
      throw refusedBy(context, 'contingency.testNotEnded', current.closedBy, current.closedAt);
    requireCriteria(current, body);
    return { ...evaluated(current, body), changedAt: now, changedBy: actor.personId };
  });
}

function requireCriteria({ criteria }: ContingencyTest, { results = [] }: EvaluationBody): void {
  const other = results.findIndex(({ key }) => !criteria.some((one) => one.key === key));
  if (other >= 0) throw invalid('fields.choice', { field: `results.${other}.key` });
}

type Result = ContingencyTest['results'][number];
type Texts = Partial<Pick<ContingencyTest, 'wentWell' | 'toImprove'>>;
const prose = { separator: '\n', longest: longestInEvaluation.prose };
const note = { separator: ' / ', longest: longestInEvaluation.note };

/** Texts are merged with what another wrote since the writer saw them. */
function evaluated(
  { criteria, results, ...now }: ContingencyTest,
  body: EvaluationBody,
): Partial<Omit<ContingencyTest, 'key'>> {
  const known = new Map(results.map((result) => [result.key, result]));
  const sent = (body.results ?? []).map(({ before, ...mine }) =>
    mergedOver<Result>({ before, now: known.get(mine.key) ?? { note: '' }, mine }, { note }),
  );
  const said = new Map([...results, ...sent].map((result) => [result.key, result]));
  const { recovery, dataLoss, wentWell, toImprove, before } = body;
  const mine: Texts = {
    ...(wentWell === undefined ? {} : { wentWell }),
    ...(toImprove === undefined ? {} : { toImprove }),
  };
  const texts = { wentWell: now.wentWell, toImprove: now.toImprove };
  return {
    results: criteria.flatMap(({ key }) => {
      const result = said.get(key);
      if (!result) return [];
      const { met, note, hours } = result;
      return [{ key, met, note, ...(hours === undefined ? {} : { hours }) }];
    }),
    ...(recovery === undefined ? {} : { recovery: recovery ?? undefined }),
    ...(dataLoss === undefined ? {} : { dataLoss: dataLoss ?? undefined }),
    ...mergedOver<Texts>({ before, now: texts, mine }, { wentWell: prose, toImprove: prose }),
  };
}

/**
 * Closes a test with its result, derived from the criteria; then it counts for the plan (R6). A repeat is a success. 4
 * resource units. Throws AppError: missing, forbidden `contingency.mayNotTest`, conflict `contingency.testNotEnded`,
 * invalid `contingency.evaluationMissing`, unavailable.
 */
export async function closeTest(context: Context, actor: Actor, testKey: string): Promise<Stored<ContingencyTest>> {
  managedTest(context, actor, testKey);
  const now = nowOf(context.clock);
  const kept = improvementsOf(context, testKey).filter(({ cancelledAt }) => cancelledAt === undefined);
  const closed = await context.list(ContingencyTests).update(testKey, (current) => {
    if (current.state === 'closed') return undefined;
    if (current.state !== 'ended') throw conflict('contingency.testNotEnded');
    if (missingInEvaluation(current, kept.length).length > 0) throw invalid('contingency.evaluationMissing');
    const passed = passes(current);
    return {
      state: 'closed',
      passed,
      closedAt: now,
      closedBy: actor.personId,
      changedAt: now,
      changedBy: actor.personId,
    };
  });
  await recordAct(context, {
    act: 'closeTest',
    subjectKey: testKey,
    actorId: closed.closedBy ?? actor.personId,
    at: closed.closedAt ?? now,
    details: { planKey: closed.planKey, passed: closed.passed ?? false },
  });
  return closed;
}
