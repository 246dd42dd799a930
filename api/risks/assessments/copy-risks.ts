import type { Context } from '../../context.ts';
import { inLanguage, inParallel, nowOf, type Actor } from '../../kernel/index.ts';
import { riskItemKey } from '../known-risks.ts';
import { Risks, type Assessment, type Risk } from '../risk-lists.ts';
import { sameScale } from '../scales/scale-rules.ts';
import { risksOf } from './assessments.ts';
import { emptyRisk, isAnswered, riskFields, type RiskContent } from './risk-fields.ts';

/** Concurrent requests; leaves room for others. */
const together = 6;

/**
 * What a new assessment copies from a risk of another. Steps are copied only if the scales are equal. Another asset's
 * treatment and actions are not copied.
 */
function copiedContent(risk: RiskContent, { scale, asset }: { scale: boolean; asset: boolean }): RiskContent {
  const { notRelevant, vulnerability, existing, controlKeys, inherent, current, target, treatment, treatmentNote } =
    risk;
  return {
    ...emptyRisk,
    ...(notRelevant === undefined ? {} : { notRelevant }),
    vulnerability,
    existing,
    controlKeys,
    ...(scale ? { inherent, current } : {}),
    ...(scale && asset ? { target } : {}),
    ...(asset ? { treatmentNote, ...(treatment === undefined ? {} : { treatment }) } : {}),
  };
}

/**
 * Creates a copy's risks, several at a time. Existing ones stay, so an interrupted copy continues. 2 resource units for
 * each risk. Throws AppError `unavailable`.
 */
export async function copyRisks(context: Context, actor: Actor, from: Assessment, to: Assessment): Promise<void> {
  const like = { scale: sameScale(from.scale, to.scale), asset: from.assetKey === to.assetKey };
  const titles = new Map(to.threats.map(({ key, title }) => [key, inLanguage(title, 'da')]));
  const items = [...risksOf(context, from).values()]
    .filter(({ threatKey }) => titles.has(threatKey))
    .map((risk): Risk => itemOf(context, actor, to.key, risk, copiedContent(risk, like)))
    .filter((copy) => isAnswered(copy) && context.list(Risks).get(copy.key) === undefined);
  await inParallel(together, items, async (copy) => {
    await context.list(Risks).create(copy);
  });
}

function itemOf(
  context: Context,
  actor: Actor,
  assessmentKey: string,
  { title, threatKey }: Risk,
  content: RiskContent,
): Risk {
  const stamp = { by: actor.personId, at: nowOf(context.clock) };
  const filled = [...riskFields]
    .filter(([, { read }]) => read(content) !== null)
    .map(([name]) => [name, stamp] as const);
  const place = { key: riskItemKey(assessmentKey, threatKey), title, assessmentKey, threatKey };
  return { ...place, ...content, stamps: Object.fromEntries(filled) };
}
