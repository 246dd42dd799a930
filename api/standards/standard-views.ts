import type { Context } from '../context.ts';
import { addDays, inLanguage, todayOf, type Actor } from '../kernel/index.ts';
import { freshnessOf } from '../organisation/index.ts';
import type { RequirementRow, RequirementStatus, StandardSummary } from './contract.ts';
import { reviewOnOf } from './controls.ts';
import { mayAddSomeControl, mayKeepStandards } from './permissions.ts';
import { meets, requirementRow, standardTitle } from './requirement-views.ts';
import { metPercent } from './requirement-status.ts';
import { standardsNow, type RequirementNow, type StandardNow } from './requirements-now.ts';
import { Applicability, Controls, Requirements, Standards } from './standard-list.ts';
import { noSuchStandard } from './standards.ts';
import { handledTwice } from './twice.ts';

/** Days before a review from which it is shown as due. */
export const reviewLead = 30;

export const standardsFreshness = (context: Context) =>
  freshnessOf(context, Standards, Requirements, Applicability, Controls);

const summaryOf = ({ standard, coverage }: StandardNow, { language }: Actor): StandardSummary => ({
  key: standard.key,
  title: standardTitle(standard, language),
  version: standard.version,
  source: standard.source,
  selectable: standard.selectable,
  coverage,
  percent: metPercent(coverage),
});

/** All standards with their coverage (R3). From memory. */
export function standardsView(context: Context, actor: Actor) {
  const soon = addDays(todayOf(context.clock), reviewLead);
  const controls = context
    .list(Controls)
    .all()
    .filter(({ state }) => state !== 'retired');
  const running = controls.filter(({ state }) => state === 'running');
  return {
    standards: [...standardsNow(context).values()].map((now) => summaryOf(now, actor)),
    controls: {
      total: controls.length,
      running: running.length,
      effective: running.filter(({ effect }) => effect === 'effective').length,
      toReview: running.filter((control) => (reviewOnOf(control) ?? '9999') <= soon).length,
    },
    twice: handledTwice(context).length,
    abilities: {
      decide: mayKeepStandards(actor),
      addControl: mayAddSomeControl(actor),
      import: mayKeepStandards(actor),
    },
    freshness: standardsFreshness(context),
  };
}

export interface RequirementsQuery {
  q?: string | undefined;
  status?: RequirementStatus | undefined;
}

/** One standard by heading. Throws AppError `missing`. */
export function standardView(context: Context, actor: Actor, standardKey: string, query: RequirementsQuery) {
  const now = standardNowOrThrow(context, standardKey);
  const found = now.requirements.filter(
    ({ requirement, status }) => meets(requirement, query.q) && (query.status === undefined || query.status === status),
  );
  return {
    ...summaryOf(now, actor),
    sections: sectionsOf(context, actor, found),
    found: found.length,
    abilities: {
      decide: mayKeepStandards(actor) && now.standard.selectable,
      addControl: mayAddSomeControl(actor),
      remove: mayKeepStandards(actor) && now.standard.source === 'imported',
    },
    freshness: standardsFreshness(context),
  };
}

/** Throws AppError `missing`. */
export function standardNowOrThrow(context: Context, standardKey: string): StandardNow {
  const now = standardsNow(context).get(standardKey);
  if (!now) throw noSuchStandard(context, standardKey);
  return now;
}

interface Section {
  title: string;
  requirements: RequirementRow[];
}

/** Requirements by heading, in standard order. */
export function sectionsOf(context: Context, { language }: Actor, rows: readonly RequirementNow[]): Section[] {
  const sections: Section[] = [];
  for (const now of rows) {
    const title = inLanguage(now.requirement.section, language);
    const last = sections.at(-1);
    const row = requirementRow(context, now, language);
    if (last?.title === title) last.requirements.push(row);
    else sections.push({ title, requirements: [row] });
  }
  return sections;
}
