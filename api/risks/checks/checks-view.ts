import { Assets, ownCentres } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { deepLink } from '../../deep-link.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { centreRef, freshnessOf, personRef } from '../../organisation/index.ts';
import { sheetOf, workbook, type Workbook } from '../../files/workbook/index.ts';
import type { overviewContract } from '../contract.ts';
import { centresToChoose, assetFilter } from '../register/filter-entries.ts';
import { Assessments, RiskActions, Risks } from '../risk-lists.ts';
import { brokenRules, checkRules, findingCounts, findingView } from './findings.ts';
import type { Rule, Severity } from './rule.ts';
import { compareDanish } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

export type ChecksView = AnswerOf<(typeof overviewContract)['GET /api/risks/checks']>;
type CheckGroup = ChecksView['groups'][number];
export interface ChecksQuery {
  centreId?: string | undefined;
  severity?: Severity | undefined;
}

/** Findings of one rule per answer; the workbook has all. */
const mostFindings = 500;

/** A query's findings by rule, errors first, each rule's by title. */
function groupsOf(context: Context, actor: Actor, { centreId, severity }: ChecksQuery): CheckGroup[] {
  const t = context.texts(actor.language);
  const belongs = assetFilter(actor, { centreId });
  return brokenRules(context).flatMap(({ rule, places }): CheckGroup[] => {
    if (severity !== undefined && rule.severity !== severity) return [];
    const findings = places
      .filter(({ asset }) => belongs(asset))
      .map((place): CheckGroup['findings'][number] => {
        const centre = centreRef(context, place.asset.centreId);
        const { ownerId } = place.asset;
        return {
          ...findingView(t, actor.language, rule, place),
          ...(centre ? { centre } : {}),
          ...(ownerId === undefined ? {} : { owner: personRef(context, ownerId) }),
        };
      })
      .sort((one, other) => compareDanish(one.title, other.title));
    return findings.length === 0
      ? []
      : [{ code: rule.code, severity: rule.severity, text: ruleText(t, rule), findings }];
  });
}
const ruleText = (t: ReturnType<Context['texts']>, { code }: Rule): string =>
  t(`riskDocuments.checks.rules.${code}.rule`);

/** Quality checks by rule (R1). From memory. */
export function checksView(context: Context, actor: Actor, query: ChecksQuery): ChecksView {
  return {
    groups: groupsOf(context, actor, query).map((group) => ({
      ...group,
      total: group.findings.length,
      findings: group.findings.slice(0, mostFindings),
    })),
    counts: findingCounts(context, assetFilter(actor, { centreId: query.centreId })),
    rules: checkRules.length,
    centres: centresToChoose(context, actor),
    mine: ownCentres(actor),
    freshness: freshnessOf(context, Assets, Assessments, Risks, RiskActions),
  };
}

/** All these findings as an Excel workbook in the actor's language. */
export function checksWorkbook(context: Context, actor: Actor, query: ChecksQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const head = (column: TextsUnder<'riskDocuments.checks.columns'>) => t(`riskDocuments.checks.columns.${column}`);
  const findings = groupsOf(context, actor, query).flatMap((group) =>
    group.findings.map((finding) => ({ ...finding, rule: group.text })),
  );
  return workbook(t('riskDocuments.checks.fileName', { date: todayOf(context.clock) }), [
    sheetOf(t('risks.nav.checks'), findings, [
      [head('severity'), 16, ({ severity }) => t(`risks.severity.${severity}`)],
      [head('what'), 84, ({ title }) => title],
      [head('finding'), 104, ({ text }) => text],
      [head('rule'), 90, ({ rule }) => rule],
      [head('centre'), 34, ({ centre }) => centre?.title],
      [head('owner'), 28, ({ owner }) => owner?.name],
      [head('link'), 60, ({ path }) => deepLink(context, path)],
    ]),
  ]);
}
