import type { Context } from '../context.ts';
import { inLanguage, type Language } from '../kernel/index.ts';
import { fold, foldedMatch, personRef } from '../organisation/index.ts';
import type { ControlRef, RequirementRef, RequirementRow } from './contract.ts';
import type { RequirementNow } from './requirements-now.ts';
import type { Control } from './standard-list.ts';
import { knownRequirements, knownStandards, type KnownStandard, type Requirement } from './standards.ts';
import type { Stored } from '../sharepoint/index.ts';

/** A requirement with its standard's name. */
export type NamedRequirement = RequirementRef & { standard: string };

export const standardTitle = ({ title }: Pick<KnownStandard, 'title'>, language: Language): string =>
  inLanguage(title, language);

export const requirementRef = ({ key, standardKey, ref, title }: Requirement, language: Language): RequirementRef => ({
  key,
  standardKey,
  ref,
  title: inLanguage(title, language),
});

export const controlRef = ({ key, title, state, effect }: Stored<Control>): ControlRef => ({
  key,
  title,
  state,
  effect,
});

/** Requirements by key, in standard order; without those of removed standards. */
export function namedRequirements(context: Context, keys: readonly string[], language: Language): NamedRequirement[] {
  const order = [...knownStandards(context).keys()];
  return [...new Set(keys)]
    .flatMap((key) => knownRequirements(context).get(key) ?? [])
    .sort((one, other) => order.indexOf(one.standardKey) - order.indexOf(other.standardKey) || one.place - other.place)
    .map((requirement) => named(context, requirement, language));
}

function named(context: Context, requirement: Requirement, language: Language): NamedRequirement {
  const standard = knownStandards(context).get(requirement.standardKey);
  return { ...requirementRef(requirement, language), standard: standard ? standardTitle(standard, language) : '' };
}

/** A requirement with its selection and coverage. */
export function requirementRow(context: Context, now: RequirementNow, language: Language): RequirementRow {
  const { choice, status } = now;
  return {
    ...requirementRef(now.requirement, language),
    status,
    reason: choice?.reason ?? '',
    ...(choice
      ? { applies: choice.applies, decidedBy: personRef(context, choice.decidedBy), decidedAt: choice.decidedAt }
      : {}),
    controls: now.controls.map(controlRef),
  };
}

/** Whether the search is part of the number, or matches word beginnings of title or heading, in either language. */
export function meets({ ref, title, section }: Requirement, q: string | undefined): boolean {
  const wanted = q?.trim() ?? '';
  if (wanted === '' || ref.toLowerCase().includes(wanted.toLowerCase())) return true;
  const words = [title.da, title.en ?? '', section.da, section.en ?? ''].join(' ');
  return foldedMatch(fold(words), fold(wanted));
}

const mostNames = 50;

/** Requirements by number or words, to choose from: at most 50, number prefixes first. */
export function requirementNames(
  context: Context,
  language: Language,
  { q, standardKey, key }: { q: string; standardKey?: string | undefined; key?: string | undefined },
): NamedRequirement[] {
  if (key !== undefined) return namedRequirements(context, [key], language);
  const begins = ({ ref }: Requirement) => ref.toLowerCase().startsWith(q.trim().toLowerCase());
  return [...knownRequirements(context).values()]
    .filter((requirement) => standardKey === undefined || requirement.standardKey === standardKey)
    .filter((requirement) => meets(requirement, q))
    .sort((one, other) => Number(begins(other)) - Number(begins(one)))
    .slice(0, mostNames)
    .map((requirement) => named(context, requirement, language));
}
