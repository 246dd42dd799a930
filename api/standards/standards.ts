import { AuditEntries, type AuditEntry } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { missing, type AppError, type Bilingual } from '../kernel/index.ts';
import { discardedBy } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { shippedStandards, type ShippedStandard } from './shipped/index.ts';
import { Requirements, Standards, type ImportedRequirement, type Standard } from './standard-list.ts';
import { compareDanish } from '../texts/format.ts';

/** A requirement of a built-in or imported standard. */
export interface Requirement {
  key: string;
  standardKey: string;
  /** As in the standard. */
  ref: string;
  title: Bilingual;
  section: Bilingual;
  /** Order in the standard. */
  place: number;
  /** Can be de-selected with a reason. */
  selectable: boolean;
}

export interface KnownStandard {
  key: string;
  title: Bilingual;
  version: string;
  source: 'shipped' | 'imported';
  selectable: boolean;
  /** In order. */
  requirements: readonly Requirement[];
}

/** `32(1)(a)` is `gdpr.32.1.a`: letters, digits and dots only, safe as a list key. */
const requirementKeyOf = (prefix: string, ref: string): string =>
  `${prefix}.${ref.replaceAll('(', '.').replaceAll(')', '')}`;

export const standardPath = (standardKey: string): string => `/standards/${encodeURIComponent(standardKey)}`;
/** The standard's page, filtered to one requirement. */
export const requirementPath = (standardKey: string, ref: string): string =>
  `${standardPath(standardKey)}?q=${encodeURIComponent(ref)}`;

function shipped({ key, prefix, title, version, selectable, sections }: ShippedStandard): KnownStandard {
  const requirements = sections
    .flatMap((section) => section.requirements.map((requirement) => ({ section: section.title, requirement })))
    .map(({ section, requirement: [ref, da, en] }, place) => ({
      key: requirementKeyOf(prefix, ref),
      standardKey: key,
      ref,
      title: { da, en },
      section,
      place,
      selectable,
    }));
  return { key, title, version, source: 'shipped', selectable, requirements };
}
const ofTheProduct = shippedStandards.map(shipped);

/** The kind of an imported standard is unknown, so its requirements can be de-selected with a reason. */
function imported(standard: Stored<Standard>, items: readonly ImportedRequirement[]): KnownStandard {
  const requirements = [...items]
    .sort((one, other) => one.place - other.place)
    .map(({ key, standardKey, ref, title, section, place }) => ({
      key,
      standardKey,
      ref,
      title: { da: title },
      section: { da: section },
      place,
      selectable: true,
    }));
  const { key, title, edition } = standard;
  return { key, title: { da: title }, version: edition, source: 'imported', selectable: true, requirements };
}

/** All standards by key: built-in first, then imported by name. */
export const knownStandards = derivation([Standards, Requirements], (context): ReadonlyMap<string, KnownStandard> => {
  const items = new Map<string, ImportedRequirement[]>();
  for (const item of context.list(Requirements).all()) {
    const known = items.get(item.standardKey);
    if (known) known.push(item);
    else items.set(item.standardKey, [item]);
  }
  const more = [...context.list(Standards).all()]
    .sort((one, other) => compareDanish(one.title, other.title) || one.key.localeCompare(other.key))
    .map((standard) => imported(standard, items.get(standard.key) ?? []));
  return new Map([...ofTheProduct, ...more].map((standard) => [standard.key, standard]));
});

/** All requirements by key, in standard order. */
export const knownRequirements = derivation(
  [Standards, Requirements],
  (context): ReadonlyMap<string, Requirement> =>
    new Map(
      [...knownStandards(context).values()]
        .flatMap(({ requirements }) => requirements)
        .map((requirement) => [requirement.key, requirement]),
    ),
);

/**
 * The refusal of a standard that is not there, for those who may see standards: by whom and when it was removed, as the
 * months of the trail tell that are not closed. From memory.
 */
export function noSuchStandard(context: Context, standardKey: string): AppError {
  const entries = context.list(AuditEntries);
  const removals = entries.held() === undefined ? entries.all().filter(isRemovalOf(standardKey)) : [];
  const latest = removals.reduce<AuditEntry | undefined>(
    (one, next) => (one && one.at > next.at ? one : next),
    undefined,
  );
  return missing('standards.noSuchStandard', discardedBy(context, latest?.actorId, latest?.at));
}

const isRemovalOf =
  (standardKey: string) =>
  ({ title, subjectKey }: AuditEntry): boolean =>
    title === 'removeStandard' && subjectKey === standardKey;

/** Throws AppError `missing`. */
export function standardOrThrow(context: Context, standardKey: string): KnownStandard {
  const standard = knownStandards(context).get(standardKey);
  if (!standard) throw noSuchStandard(context, standardKey);
  return standard;
}
