import type { LevelMark } from '../../assets/contract.ts';
import type { Context } from '../../context.ts';
import type { Language } from '../../kernel/index.ts';
import { centreRef, personRef } from '../../organisation/index.ts';
import type { RiskScale } from '../contract.ts';
import { levelMarkOf, worse } from '../levels.ts';
import type { VisibleEntry } from './filter-entries.ts';
import { groupKeyOf, type RegisterGroup } from './order-entries.ts';
import { textIfThere } from '../../texts/translate.ts';

/** A group of lines: count and worst present level. */
export interface GroupOfRisks {
  key: string;
  title: string;
  count: number;
  worst?: LevelMark;
}

/** A group's title in the reader's language. */
export function groupTitle(
  context: Context,
  language: Language,
  scale: RiskScale,
  group: RegisterGroup,
  { key, first }: { key: string; first: VisibleEntry },
): string {
  const t = context.texts(language);
  switch (group) {
    case 'asset':
      return first.entry.known.asset.title;
    case 'centre':
      return centreRef(context, key)?.title ?? t('riskDocuments.register.noCentre');
    case 'owner':
      return key === 'none' ? t('riskDocuments.register.noOwner') : personRef(context, key).name;
    case 'level':
      return levelMarkOf(scale, Number(key), language).word;
    case 'treatment':
      return textIfThere(t, `risks.treatment.${key}`) ?? key;
    case 'acceptance':
      return textIfThere(t, `risks.acceptance.${key}`) ?? key;
  }
}

/** Groups of ordered lines, in order. Empty when ungrouped. */
export function groupsOf(
  context: Context,
  language: Language,
  scale: RiskScale,
  ordered: readonly VisibleEntry[],
  group: RegisterGroup | undefined,
): GroupOfRisks[] {
  if (group === undefined) return [];
  const groups = Map.groupBy(ordered, (seen) => groupKeyOf(group, seen, scale));
  return [...groups].flatMap(([key, entries]) => {
    const [first] = entries;
    if (!first) return [];
    const worst = worstOf(entries, language);
    const title = groupTitle(context, language, scale, group, { key, first });
    return [{ key, title, count: entries.length, ...(worst ? { worst } : {}) }];
  });
}

/** The lines' worst present level, in its own scale's words. */
export function worstOf(entries: readonly VisibleEntry[], language: Language): LevelMark | undefined {
  let worst: LevelMark | undefined;
  for (const { entry, statuses } of entries)
    if (statuses.current)
      worst = worse(worst, levelMarkOf(entry.known.assessment.scale, statuses.current.level, language));
  return worst;
}
