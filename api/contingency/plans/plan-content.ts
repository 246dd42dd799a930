import { contentHashOf, isClosedBy, type ApprovalContent } from '../../approvals/index.ts';
import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { differenceOf, type DifferenceBlock } from '../../difference/index.ts';
import type { Language } from '../../kernel/index.ts';
import { centreRef, findPerson } from '../../organisation/index.ts';
import type { ContingencyPlan, ContingencyPlanVersion, PlanVersionNow } from './plan-lists.ts';
import { planChecksum, planContentOf, planMarkdown, type PlanNames } from './plan-markdown.ts';

const frozenIn = 'da';

/** Current names. */
const namesNow = (context: Context): PlanNames => ({
  asset: (key) => findAsset(context, key)?.title,
  centre: (id) => centreRef(context, id)?.title,
  person: (id) => findPerson(context, id)?.title,
});

const sums = new WeakMap<ContingencyPlanVersion, string>();
function sumOf(plan: ContingencyPlan, version: ContingencyPlanVersion): string {
  const known = sums.get(version) ?? planChecksum(plan, version);
  sums.set(version, known);
  return known;
}

/**
 * What is decided about a version. While unchanged since submission, in the words submitted: later renames do not
 * change a pending decision.
 */
export function contentOf(
  context: Context,
  plan: ContingencyPlan,
  { version, requests }: Pick<PlanVersionNow, 'version' | 'requests'>,
): ApprovalContent {
  const sum = sumOf(plan, version);
  for (const { content: text, contentHash } of requests) {
    const sent = { title: version.title, text };
    if (isClosedBy(text, sum) && contentHashOf(sent) === contentHash) return sent;
  }
  return planContentOf(context.texts(frozenIn), plan, version, namesNow(context));
}

/** A version's changes to another, in the reader's language and with current names. */
export function planDifference(
  context: Context,
  plan: ContingencyPlan,
  { from, to }: { from: ContingencyPlanVersion; to: ContingencyPlanVersion },
  language: Language,
): DifferenceBlock[] {
  const t = context.texts(language);
  const names = namesNow(context);
  const words = (version: ContingencyPlanVersion) => `# ${version.title}\n\n${planMarkdown(t, plan, version, names)}`;
  return differenceOf(words(from), words(to));
}
