import { assetPath, Assets, type Asset } from '../../assets/index.ts';
import type { Context, Translate } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { inLanguage, todayOf, type Language } from '../../kernel/index.ts';
import { People } from '../../organisation/index.ts';
import { Controls } from '../../standards/index.ts';
import type { CheckFinding } from '../contract.ts';
import { assessmentPath, assessmentsOf, riskPath } from '../known-risks.ts';
import { Assessments } from '../risk-lists.ts';
import { assetRules } from './asset-rules.ts';
import {
  listsOfWorld,
  wholeWorld,
  worldOfAsset,
  worldOfDraft,
  type AssetCase,
  type CheckWorld,
} from './check-world.ts';
import { riskRules } from './risk-rules.ts';
import { severities, type Place, type Rule, type Severity, type Value, aboutAssessments } from './rule.ts';
import { formatDate } from '../../texts/format.ts';

/** Data that requires the consequence for data subjects (GDPR articles 9, 10 and 35). */
const delicate: readonly string[] = ['sensitive', 'criminal'];

/** Rules about an assessment as a whole. */
const assessmentRules: readonly Rule[] = [
  aboutAssessments(
    { code: 'threatsUnanswered', severity: 'warning' },
    ({ assessment, unanswered }) => assessment.form === 'full' && unanswered.length > 0 && { count: unanswered.length },
  ),
  aboutAssessments(
    { code: 'withoutDataSubjects', severity: 'error' },
    ({ assessment }, { asset }) =>
      assessment.form === 'full' &&
      !assessment.views.includes('dataSubject') &&
      asset.personalData.some((kind) => delicate.includes(kind)),
  ),
  aboutAssessments(
    { code: 'withoutParticipants', severity: 'info' },
    ({ assessment }) => assessment.participantIds.length === 0 && assessment.guests.trim() === '',
  ),
];

/** All rules, errors first. */
export const checkRules: readonly Rule[] = [...assetRules, ...assessmentRules, ...riskRules].sort(
  (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
);

/** Places that break a rule. */
export interface Broken {
  rule: Rule;
  places: readonly Place[];
}
const brokenIn = (world: CheckWorld, rules: readonly Rule[]): Broken[] =>
  rules.map((rule) => ({ rule, places: rule.find(world) })).filter(({ places }) => places.length > 0);

const cache = new WeakMap<AssetCase, { seen: string; broken: readonly Broken[] }>();
/** Of one asset, cached until it, people, controls, or other assets change. */
function brokenAt(world: CheckWorld, one: AssetCase, seen: string): readonly Broken[] {
  const before = cache.get(one);
  if (before?.seen === seen) return before.broken;
  const broken = brokenIn({ ...world, assets: [one] }, checkRules);
  cache.set(one, { seen, broken });
  return broken;
}

/** All broken rules, errors first. Recomputed when a list or the day changes. */
export const brokenRules = derivation(
  listsOfWorld,
  (context): readonly Broken[] => {
    const world = wholeWorld(context);
    const seen = [
      world.today,
      context.list(Assets).version,
      context.list(People).version,
      context.list(Controls).version,
    ].join(' ');
    const places = new Map<Rule, Place[]>();
    for (const one of world.assets)
      for (const { rule, places: more } of brokenAt(world, one, seen)) {
        const known = places.get(rule);
        if (known) known.push(...more);
        else places.set(rule, [...more]);
      }
    return checkRules.flatMap((rule) => {
      const found = places.get(rule);
      return found ? [{ rule, places: found }] : [];
    });
  },
  (context: Context) => todayOf(context.clock),
);

/** Number of findings about the selected assets. From memory. */
export function findingCounts(context: Context, belongs: (asset: Asset) => boolean): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { rule, places } of brokenRules(context))
    for (const { asset } of places) if (belongs(asset)) counts[rule.severity] += 1;
  return counts;
}

/** A finding in the reader's language: subject, problem, and the page to fix it. */
export function findingView(t: Translate, language: Language, { code, severity }: Rule, place: Place): CheckFinding {
  const { asset, threat, mend } = place;
  return {
    code,
    severity,
    text: t(`riskDocuments.checks.rules.${code}.finding`, said(t, language, place.values)),
    title: threat
      ? t('riskDocuments.checks.threatOf', { threat: inLanguage(threat.title, language), asset: asset.title })
      : asset.title,
    path: pathOf(asset, mend),
    ...(threat ? { threatKey: threat.key } : {}),
  };
}

function pathOf(asset: Asset, mend: Place['mend']): string {
  switch (mend.page) {
    case 'asset':
      return assetPath(asset.key);
    case 'assessment':
      return assessmentPath(mend.key);
    case 'risk':
      return riskPath(mend.key);
  }
}

function said(t: Translate, language: Language, values: Place['values'] = {}): Record<string, string | number> {
  const words = (value: Value) => {
    if (typeof value !== 'object') return value;
    return 'day' in value ? formatDate(value.day, language) : t(value.word);
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, words(value)]));
}

/**
 * Findings of one assessment and its asset, errors first: for a draft only what its writers can fix in it. None when no
 * longer in force. From memory.
 */
export function findingsOf(context: Context, assessmentKey: string, language: Language): CheckFinding[] {
  const assessment = context.list(Assessments).get(assessmentKey);
  if (!assessment) return [];
  const t = context.texts(language);
  return broken().flatMap(({ rule, places }) => places.map((place) => findingView(t, language, rule, place)));

  function broken(): Broken[] {
    if (assessment?.state === 'draft')
      return brokenIn(
        worldOfDraft(context, assessment),
        checkRules.filter(({ inDrafts }) => inDrafts),
      );
    const [latest] = assessmentsOf(context, assessment?.assetKey ?? '').finished;
    return latest?.key === assessmentKey ? brokenIn(worldOfAsset(context, latest.assetKey), checkRules) : [];
  }
}
