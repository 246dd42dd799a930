import { columnsFor, listDrift, type Drift } from './drift.ts';
import type { Graph } from './graph.ts';
import type { Held } from './held.ts';
import { isMended, readColumns } from './mend-columns.ts';
import { newerLists } from './newer-lists.ts';
import { surveySite, type ProvisionOptions, type SiteDeclaration } from './provision-site.ts';
import { thoseThere } from './provisioning.ts';
import { idsOf } from './remembering.ts';
import { facetInWords } from './shape.ts';

/** A change that provisioning would make. */
export interface PlannedChange {
  list: string;
  column?: string;
  change: 'make' | 'add' | 'widen' | 'index' | 'loosen';
  /** Type of a new column, options that are added. */
  details?: string;
}

export interface SitePlan {
  changes: PlannedChange[];
  /** Differences that provisioning leaves to a person. */
  drift: Drift[];
  held: { list: string; held: Held }[];
}

const kindOf = {
  missing: 'add',
  choices: 'widen',
  notUnique: 'index',
  notIndexed: 'index',
  required: 'loosen',
  unique: 'loosen',
} as const;

/** What `provisionSite` would do with the same input, without doing it. Reads only. */
export async function planSite(
  graph: Graph,
  siteId: string,
  declared: SiteDeclaration,
  options: ProvisionOptions,
): Promise<SitePlan> {
  const { look, before, known, held, definitions, libraries } = await surveySite(graph, siteId, declared, options);
  const ids = thoseThere(idsOf(known), look.byId);
  const plan: SitePlan = {
    changes: libraries
      .filter((name) => !look.byName.has(name) && !ids.has(name))
      .map((name) => ({ list: name, change: 'make', details: 'document library' })),
    drift: newerLists(before, declared.schemas),
    held: [...held].map(([list, why]) => ({ list, held: why })),
  };
  for (const definition of definitions) {
    const { name } = definition;
    const id = ids.get(name) ?? look.byName.get(name)?.id;
    if (id === undefined) {
      plan.changes.push({ list: name, change: 'make', details: `${columnsFor(definition).length} columns` });
      continue;
    }
    for (const one of listDrift(definition, await readColumns(graph, `/sites/${siteId}/lists/${id}`))) {
      const { column = '', problem } = one;
      if (!isMended(problem)) plan.drift.push(one);
      else {
        const wanted = columnsFor(definition).find((each) => each.name === column);
        const details = problem === 'missing' && wanted ? facetInWords(wanted) : one.details;
        plan.changes.push({ list: name, column, change: kindOf[problem], ...(details ? { details } : {}) });
      }
    }
  }
  return plan;
}
