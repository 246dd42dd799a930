import type { Context } from '../../context.ts';
import { inLanguage, inParallel, nowOf, type Actor } from '../../kernel/index.ts';
import { riskItemKey } from '../known-risks.ts';
import { Risks, type Assessment, type Risk } from '../risk-lists.ts';
import { sameScale } from '../scales/scale-rules.ts';
import { risksOf } from './assessments.ts';
import { emptyRisk, isAnswered, riskFields, type RiskContent } from './risk-fields.ts';

/** Requests at a time; others use the lists meanwhile. */
const together = 6;

/**
 * What a new assessment takes over from a risk of another. Steps mean something only on the scale they were chosen on, so
 * they come along only when it is the same. The treatment of another asset stays there, with its actions.
 */
export function copiedContent(risk: RiskContent, { scale, asset }: { scale: boolean; asset: boolean }): RiskContent {
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
 * Makes the risks of a copy, several at a time. What is there already stays as it is, so that a copy that was cut short
 * goes on where it stopped. 2 resource units for each risk. Throws AppError `unavailable`.
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
