import { Assets, ownCentres } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import { freshnessOf, personRef } from '../../organisation/index.ts';
import type { RegisterQuery, registerContract, RiskScale } from '../contract.ts';
import { levelMarkOf } from '../levels.ts';
import { Assessments, RiskActions, Risks } from '../risk-lists.ts';
import { currentScale } from '../scales/scales.ts';
import { centresToChoose, filterEntries, type VisibleEntry } from './filter-entries.ts';
import { orderEntries } from './order-entries.ts';
import { groupsOf } from './register-groups.ts';
import { riskRowOf } from './register-rows.ts';
import { ownersByName } from './register-words.ts';

export type RegisterView = AnswerOf<(typeof registerContract)['GET /api/risks/register']>;

/** All lines of a query in order, and the scale of their levels. From memory. */
export function registerLines(
  context: Context,
  actor: Actor,
  query: RegisterQuery,
): { scale: RiskScale; lines: VisibleEntry[] } {
  const scale = currentScale(context);
  const found = filterEntries(context, actor, scale, query);
  return { scale, lines: orderEntries(context, actor.language, scale, found, query) };
}

/** A page of the register (R1). From memory. */
export function registerView(context: Context, actor: Actor, query: RegisterQuery): RegisterView {
  const { scale, lines } = registerLines(context, actor, query);
  const { language } = actor;
  return {
    rows: lines.slice(query.offset, query.offset + query.limit).map((seen) => riskRowOf(context, language, seen)),
    total: lines.length,
    groups: groupsOf(context, language, scale, lines, query.group),
    levels: scale.levels.map((_, level) => levelMarkOf(scale, level, language)),
    centres: centresToChoose(context, actor),
    owners: ownersByName(context).map((id) => personRef(context, id)),
    mine: ownCentres(actor),
    freshness: freshnessOf(context, Assets, Assessments, Risks, RiskActions),
  };
}
