import type { Context } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { sheetOf, workbook, type Column, type Sheet, type Workbook } from '../files/workbook/index.ts';
import { applicabilityLines } from './applicability-lines.ts';
import type { ControlsQuery } from './contract.ts';
import { controlRows } from './control-views.ts';
import { gapRows, type GapsQuery } from './gap-views.ts';
import { standardTitle } from './requirement-views.ts';
import { standardsNow, type StandardNow } from './requirements-now.ts';
import { standardNowOrThrow } from './standard-views.ts';
import { metPercent } from './requirement-status.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

const root = 'riskDocuments.standards';
/** Excel allows 31 characters, with exceptions. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
/** Texts and column headings of the standards' documents. */
function wordsOf(context: Context, actor: Actor) {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'riskDocuments.standards'>) => t(`${root}.${key}`);
  return { t, say, head: (column: TextsUnder<'riskDocuments.standards.columns'>) => say(`columns.${column}`) };
}

/** Requirement statuses, with column widths. */
const statuses = [
  ['met', 12],
  ['partly', 18],
  ['planned', 12],
  ['gap', 20],
  ['undecided', 20],
  ['deselected', 12],
] as const;

function coverageSheet(context: Context, actor: Actor, standards: readonly StandardNow[]): Sheet {
  const { say, head } = wordsOf(context, actor);
  return sheetOf(say('coverageSheet'), standards, [
    [head('standard'), 34, ({ standard }) => standardTitle(standard, actor.language)],
    [head('metPercent'), 18, ({ coverage }) => metPercent(coverage)],
    ...statuses.map(([state, width]): Column<StandardNow> => [
      say(`standing.${state}`),
      width,
      ({ coverage }) => coverage[state],
    ]),
    [head('total'), 12, ({ coverage }) => coverage.total],
  ]);
}

function requirementsSheet(context: Context, actor: Actor, now: StandardNow, name: string): Sheet {
  const { head } = wordsOf(context, actor);
  return sheetOf(name, applicabilityLines(context, actor, now), [
    [head('section'), 28, ({ section }) => section],
    [head('ref'), 10, ({ ref }) => ref],
    [head('requirement'), 48, ({ title }) => title],
    [head('applies'), 14, ({ applies }) => applies],
    [head('reason'), 48, ({ reason }) => reason],
    [head('standing'), 22, ({ status }) => status],
    [head('controls'), 48, ({ controls }) => controls.map(({ words }) => words).join('; ')],
    [head('procedures'), 48, ({ procedures }) => procedures.map(({ title }) => title).join('; ')],
    [head('decidedBy'), 26, ({ decidedBy }) => decidedBy],
    [head('decidedAt'), 14, ({ decidedAt }) => decidedAt],
  ]);
}

/** Coverage of every standard, and a sheet for each. */
export function coverageWorkbook(context: Context, actor: Actor): Promise<Workbook> {
  const { t } = wordsOf(context, actor);
  const standards = [...standardsNow(context).values()];
  const sheets = standards.map((now, place) =>
    requirementsSheet(
      context,
      actor,
      now,
      sheetName(`${String(place + 1)} ${standardTitle(now.standard, actor.language)}`),
    ),
  );
  const name = t(`${root}.coverageFile`, { date: todayOf(context.clock) });
  return workbook(name, [coverageSheet(context, actor, standards), ...sheets]);
}

/** The statement of applicability of a standard. Throws AppError `missing`. */
export function applicabilityWorkbook(context: Context, actor: Actor, standardKey: string): Promise<Workbook> {
  const { t, say } = wordsOf(context, actor);
  const now = standardNowOrThrow(context, standardKey);
  const title = standardTitle(now.standard, actor.language);
  const name = t(`${root}.applicabilityFile`, { title, date: todayOf(context.clock) });
  return workbook(name, [requirementsSheet(context, actor, now, say('applicabilitySheet'))]);
}

/** The gaps, exactly as in the list. */
export function gapsWorkbook(context: Context, actor: Actor, query: GapsQuery): Promise<Workbook> {
  const { t, say, head } = wordsOf(context, actor);
  return workbook(t(`${root}.gapsFile`, { date: todayOf(context.clock) }), [
    sheetOf(say('gapsSheet'), gapRows(context, actor, query), [
      [head('standard'), 30, ({ standard }) => standard],
      [head('ref'), 10, ({ ref }) => ref],
      [head('requirement'), 50, ({ title }) => title],
      [head('standing'), 22, ({ status }) => say(`standing.${status}`)],
      [head('reason'), 48, ({ reason }) => reason],
      [head('controls'), 48, ({ controls }) => controls.map(({ title }) => title).join('; ')],
    ]),
  ]);
}

/** All controls of a query. */
export function controlsWorkbook(context: Context, actor: Actor, query: ControlsQuery): Promise<Workbook> {
  const { t, say, head } = wordsOf(context, actor);
  return workbook(t(`${root}.controlsFile`, { date: todayOf(context.clock) }), [
    sheetOf(say('controlsSheet'), controlRows(context, actor, query), [
      [head('control'), 54, ({ title }) => title],
      [head('state'), 14, ({ state }) => say(`state.${state}`)],
      [head('effect'), 22, ({ effect }) => say(`effect.${effect}`)],
      [head('owner'), 28, ({ owner }) => owner?.name],
      [head('centre'), 32, ({ centre }) => centre?.title ?? say('wholeOrganisation')],
      [head('requirements'), 12, ({ requirements }) => requirements],
      [head('standards'), 44, ({ standards }) => standards.join(', ')],
      [head('assessedOn'), 14, ({ assessedOn }) => assessedOn],
      [head('reviewOn'), 14, ({ reviewOn }) => reviewOn],
    ]),
  ]);
}
