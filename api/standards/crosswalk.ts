import type { Context } from '../context.ts';
import { inLanguage, type Bilingual, type Language } from '../kernel/index.ts';
import type { CrosswalkView, RequirementSuggestion } from './contract.ts';
import { controlRef, namedRequirements, type NamedRequirement } from './requirement-views.ts';
import { crosswalk } from './shipped/crosswalk.ts';
import { Controls } from './standard-list.ts';
import { knownRequirements } from './standards.ts';
import { compareDanish } from '../texts/format.ts';

interface Tie {
  to: string;
  source: Bilingual;
}

/**
 * From each requirement to those the same work helps to meet: both ways along a line, and over ISO 27001 between laws.
 */
const ties: ReadonlyMap<string, readonly Tie[]> = (() => {
  const found = new Map<string, Tie[]>();
  const add = (from: string, tie: Tie) => found.set(from, [...(found.get(from) ?? []), tie]);
  for (const { iso, other, source } of crosswalk) {
    add(iso, { to: other, source });
    add(other, { to: iso, source });
  }
  return found;
})();

/** ISO 27001 numbers that help to meet a requirement of a law or of NSIS, such as `A.5.24`. */
export const isoFor = (requirementKey: string): readonly string[] =>
  crosswalk.flatMap(({ iso, other }) => (other === requirementKey ? [iso] : []));

const mostSuggested = 30;

/**
 * Further requirements for a control that meets `keys`, each with its crosswalk lines; most lines first, at most 30.
 * Existing requirements only. From memory.
 */
export function requirementSuggestions(
  context: Context,
  language: Language,
  keys: readonly string[],
): RequirementSuggestion[] {
  const chosen = new Set(keys);
  const because = new Map<string, { key: string; source: Bilingual }[]>();
  for (const key of chosen)
    for (const { to, source } of ties.get(key) ?? [])
      if (!chosen.has(to)) because.set(to, [...(because.get(to) ?? []), { key, source }]);
  const refs = byKey(context, language, [...chosen, ...because.keys()]);
  return [...because]
    .flatMap(([key, lines]) => {
      const requirement = refs.get(key);
      const told = lines.flatMap((line) => {
        const from = refs.get(line.key);
        return from ? [{ from: `${from.standard} ${from.ref}`, source: inLanguage(line.source, language) }] : [];
      });
      return requirement && told.length > 0 ? [{ ...requirement, because: told }] : [];
    })
    .sort((one, other) => other.because.length - one.because.length)
    .slice(0, mostSuggested);
}

const byKey = (context: Context, language: Language, keys: readonly string[]): ReadonlyMap<string, NamedRequirement> =>
  new Map(namedRequirements(context, keys, language).map((requirement) => [requirement.key, requirement]));

/** Running controls that may meet a requirement, by the crosswalk, and do not yet. */
export function controlsFor(context: Context, requirementKey: string) {
  const tied = new Set((ties.get(requirementKey) ?? []).map(({ to }) => to));
  return context
    .list(Controls)
    .all()
    .filter(({ state, requirementKeys }) => state !== 'retired' && !requirementKeys.includes(requirementKey))
    .filter(({ requirementKeys }) => requirementKeys.some((key) => tied.has(key)))
    .sort((one, other) => compareDanish(one.title, other.title))
    .slice(0, mostSuggested)
    .map(controlRef);
}

/** All crosswalk lines with sources, in the reader's language. */
export function crosswalkView(context: Context, language: Language): CrosswalkView {
  const refs = byKey(context, language, [...knownRequirements(context).keys()]);
  return {
    lines: crosswalk.flatMap(({ iso, other, source }) => {
      const [one, two] = [refs.get(iso), refs.get(other)];
      return one && two ? [{ iso: one, other: two, source: inLanguage(source, language) }] : [];
    }),
  };
}
