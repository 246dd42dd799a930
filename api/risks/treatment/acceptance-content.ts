import type { ApprovalContent } from '../../approvals/index.ts';
import type { Context, Translate } from '../../context.ts';
import { inLanguage, todayOf, type Bilingual, type Language, type LocalDate } from '../../kernel/index.ts';
import { centreRef, personRef } from '../../organisation/index.ts';
import type { KnownRisk } from '../known-risks.ts';
import { riskStages } from '../vocabulary.ts';
import type { FrozenCell, RiskAcceptance, RiskAction } from '../risk-lists.ts';
import { cellOf } from './acceptance.ts';
import { actionsByRisk } from './actions.ts';
import { actionState } from '../../actions/index.ts';
import { formatDate } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

/** The request. */
export interface Asked {
  reason: string;
  until: LocalDate;
}

/** Decisions are frozen in the reference language. */
export const frozenIn = 'da';
const inText = 'riskDocuments.acceptance';
/** Of a title; the list holds 255 characters. */
const longestTitle = 250;

const dateOf = (day: LocalDate, language: Language): string => formatDate(day, language, 'long');

/** `Nedetid hos leverandøren – Journalsystemet`. */
export const acceptanceTitle = ({ threat, asset }: Pick<KnownRisk, 'threat' | 'asset'>): string =>
  `${inLanguage(threat.title, frozenIn)} – ${asset.title}`.slice(0, longestTitle);

/** `Høj (konsekvens 3 af 4 – Alvorlig, sandsynlighed 2 af 4 – Mulig)`: never a number without its word. */
const cellWords = (t: Translate, language: Language, { consequence, likelihood, of, words }: FrozenCell): string => {
  const step = (number: number, most: number, word: Bilingual) =>
    t(`${inText}.step`, { number, most, word: inLanguage(word, language) });
  return t(`${inText}.cell`, {
    level: inLanguage(words.level, language),
    consequence: step(consequence, of.consequence, words.consequence),
    likelihood: step(likelihood, of.likelihood, words.likelihood),
  });
};

/**
 * The exact content to accept, in Danish: the risk's three stages, the rule behind them, treatment, reason and end
 * date.
 */
export function acceptanceContent(context: Context, known: KnownRisk, { reason, until }: Asked): ApprovalContent {
  const t = context.texts(frozenIn);
  const heading = (name: TextsUnder<'riskDocuments.acceptance'>) => `## ${t(`${inText}.${name}`)}`;
  const { existing, vulnerability } = known.risk;
  const parts = [
    heading('reason'),
    reason,
    heading('until'),
    t(`${inText}.untilText`, { date: dateOf(until, frozenIn) }),
    heading('risk'),
    riskLines(context, t, known).join('\n'),
    ...(vulnerability === '' ? [] : [heading('vulnerability'), vulnerability]),
    ...(existing === '' ? [] : [heading('existing'), existing]),
    heading('treatment'),
    ...treatmentParts(context, t, known),
  ];
  return { title: acceptanceTitle(known), text: parts.join('\n\n') };
}

function riskLines(context: Context, t: Translate, known: KnownRisk): string[] {
  const { asset, threat } = known;
  const centre = centreRef(context, asset.centreId)?.title;
  const stages = riskStages.flatMap((stage) => {
    const cell = cellOf(known, stage);
    return cell ? [`- ${t(`risks.stage.${stage}`)}: ${cellWords(t, frozenIn, cell)}`] : [];
  });
  return [
    `- ${t(`risks.kind.${asset.kind}`)}: ${asset.title}`,
    ...(centre === undefined ? [] : [`- ${t(`${inText}.centre`)}: ${centre}`]),
    `- ${t(`${inText}.threat`)}: ${inLanguage(threat.title, frozenIn)}`,
    ...stages,
    `- ${t('risks.worst')}`,
  ];
}

function treatmentParts(context: Context, t: Translate, { key, risk }: KnownRisk): string[] {
  const today = todayOf(context.clock);
  const actions = (actionsByRisk(context).get(key) ?? [])
    .filter((action) => actionState(action, today) !== 'cancelled')
    .map((action) => `- ${actionLine(context, t, action)}`);
  return [
    t(`risks.treatment.${risk.treatment ?? 'none'}`),
    ...(risk.treatmentNote === '' ? [] : [risk.treatmentNote]),
    actions.length === 0 ? t(`${inText}.noActions`) : actions.join('\n'),
  ];
}

function actionLine(context: Context, t: Translate, { title, ownerId, due, doneAt, progress }: RiskAction): string {
  const values = { title, owner: personRef(context, ownerId).name, date: dateOf(due, frozenIn), progress };
  return t(`${inText}.${doneAt === undefined ? 'action' : 'actionDone'}`, values);
}

/** The card's three lines: present and target position, reason, and end date. */
export function acceptanceSummary(
  context: Context,
  language: Language,
  { current, target, reason, until }: Pick<RiskAcceptance, 'current' | 'target' | 'reason' | 'until'>,
): string {
  const t = context.texts(language);
  const isPlanned = target !== undefined && target.level !== current.level;
  const planned = isPlanned ? ` ${t(`${inText}.planned`, { level: inLanguage(target.words.level, language) })}` : '';
  return [
    `${t('risks.stage.current')}: ${cellWords(t, language, current)}.${planned}`,
    reason.replaceAll(/\s+/g, ' '),
    t(`${inText}.untilText`, { date: dateOf(until, language) }),
  ].join('\n');
}
