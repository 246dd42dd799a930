import type { LevelMark } from '../../assets/contract.ts';
import type { Asset } from '../../assets/index.ts';
import type { Context, Translate } from '../../context.ts';
import { type Language } from '../../kernel/index.ts';
import { centreRef, personRef } from '../../organisation/index.ts';
import type { Cell } from '../../word/index.ts';
import type { AssessedRisk, AssessmentView, CellView, RiskStage } from '../contract.ts';
import { RiskActions, type Assessment } from '../risk-lists.ts';
import { formatDate } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';
import { textIfThere } from '../../texts/translate.ts';

/** Data of a report. */
export interface Reading {
  context: Context;
  language: Language;
  t: Translate;
  view: AssessmentView;
  assessment: Assessment;
  asset: Asset;
}
const words = 'riskDocuments.assessments.report';
/** Print colours of levels: light enough for black text, and never without the word. */
const fills: Record<LevelMark['tone'], string> = {
  green: 'BFE3C4',
  lightGreen: 'DFF0C2',
  yellow: 'FFF1A8',
  orange: 'FFD3A1',
  red: 'F6B3AC',
  darkRed: 'E08A8A',
};
const fillOf = ({ tone }: Pick<LevelMark, 'tone'>): string => fills[tone];
const lines = (...each: (string | undefined)[]) => each.filter((line) => line !== undefined && line !== '').join('\n');

/** Subject and participants; empty rows are left out. */
export function factRows({ context, language, t, view, asset }: Reading): Cell[][] {
  const day = (date: string | undefined) => (date === undefined ? '' : formatDate(date, language));
  const people = [
    ...view.participants.map(({ name, jobTitle }) => (jobTitle ? `${name}, ${jobTitle}` : name)),
    view.guests,
  ];
  const said: [TextsUnder<'riskDocuments.assessments.report.fact'>, string][] = [
    ['kind', t(`risks.kind.${asset.kind}`)],
    ['description', asset.description],
    ['centre', view.asset.centre?.title ?? ''],
    ['owner', view.asset.owner?.name ?? ''],
    ['usedBy', asset.usedBy.map((id) => centreRef(context, id)?.title ?? id).join(', ')],
    ['supplier', asset.supplier ?? ''],
    ['hosting', t(`risks.hosting.${asset.hosting}`)],
    ['criticality', t(`risks.criticality.${asset.criticality}`)],
    ['personalData', asset.personalData.map((kind) => t(`risks.personalData.${kind}`)).join(', ')],
    ['dataSubjects', asset.dataSubjects.map((group) => t(`risks.dataSubject.${group}`)).join(', ')],
    ['participants', lines(...people)],
    ['heldOn', day(view.heldOn)],
    ['reviewOn', day(view.reviewOn)],
    ['views', view.views.map((one) => t(`risks.view.${one}`)).join(', ')],
    ['trigger', view.trigger === undefined ? '' : t(`risks.trigger.${view.trigger}`)],
    ['openReason', view.openReason ?? ''],
    ['note', view.note],
  ];
  return said
    .filter(([, text]) => text !== '')
    .map(([field, text]) => [{ text: t(`${words}.fact.${field}`), bold: true }, { text }]);
}

/** Answers of the short form, if any. */
export function quickRows({ t, view: { quick } }: Reading): Cell[][] {
  const answers = Object.entries(quick.answers).map(([question, answer]): Cell[] => [
    { text: textIfThere(t, `${words}.question.${question}`) ?? question },
    { text: t(`${words}.answer.${answer}`) },
  ]);
  if (answers.length === 0) return [];
  const said =
    quick.outcome === undefined ? [] : [[{ text: t(`${words}.outcome.${quick.outcome}`), bold: true }, { text: '' }]];
  return [...answers, ...said, ...(quick.note === '' ? [] : [[{ text: quick.note }, { text: '' }]])];
}

/** The levels of the matrix, worst first, with their meaning. */
export const legendRows = ({ t, view: { scale } }: Reading): Cell[][] =>
  [...scale.levels]
    .reverse()
    .map((level): Cell[] => [
      { title: level.word, text: '', fill: fillOf(level) },
      { text: lines(level.description, t(`${words}.acceptedBy`, { who: t(`roles.${level.acceptedBy}`) })) },
    ]);

/**
 * Header and rows: consequence down, worst first, and likelihood across. Each cell has its level in words, and for a
 * stage also its threats' numbers.
 */
export function matrixRows({ t, view: { scale, risks } }: Reading, stage?: RiskStage): [string[], Cell[][]] {
  const numbered = (word: string, place: number) => `${place + 1} – ${word}`;
  const header = [t(`${words}.corner`), ...scale.likelihood.map(({ word }, place) => numbered(word, place))];
  const rows = scale.matrix.map((row, consequence): Cell[] => [
    { text: numbered(scale.consequence[consequence]?.word ?? '', consequence), bold: true },
    ...row.flatMap((place, likelihood): Cell[] => {
      const level = scale.levels[place];
      if (!level) return [];
      if (!stage) return [{ text: level.word, fill: fillOf(level) }];
      const here = risks.flatMap(({ stages, notRelevant }, at) => {
        const cell = notRelevant === undefined ? stages[stage] : undefined;
        return cell?.consequence === consequence + 1 && cell.likelihood === likelihood + 1 ? [String(at + 1)] : [];
      });
      return [{ ...(here.length > 0 ? { title: here.join(', ') } : {}), text: level.word, fill: fillOf(level) }];
    }),
  ]);
  return [header, rows.reverse()];
}

/** Answered threats, in the order of the assessment. */
export const riskRows = (reading: Reading): Cell[][] =>
  reading.view.risks
    .filter(({ notRelevant, changedAt }) => notRelevant === undefined && changedAt !== undefined)
    .map((risk) => [
      { title: `${reading.view.risks.indexOf(risk) + 1}. ${risk.title}`, text: risk.description },
      { text: whyOf(reading, risk) },
      stageCell(reading, risk.stages.inherent),
      stageCell(reading, risk.stages.current, risk.stages.inherent),
      stageCell(reading, risk.stages.target, risk.stages.current),
      { title: reading.t(`risks.treatment.${risk.treatment ?? 'none'}`), text: treatmentOf(reading, risk) },
    ]);

export const notRelevantRows = ({ view }: Reading): Cell[][] =>
  view.risks.flatMap(({ title, notRelevant }, at) =>
    notRelevant === undefined ? [] : [[{ text: `${at + 1}. ${title}` }, { text: notRelevant }]],
  );

function whyOf({ t }: Reading, { vulnerability, existing, controls }: AssessedRisk): string {
  const named = (key: TextsUnder<'riskDocuments.assessments.report'>, text: string) =>
    text === '' ? undefined : `${t(`${words}.${key}`)}: ${text}`;
  return lines(
    named('vulnerability', vulnerability),
    named('existing', existing),
    named('controls', controls.map(({ title }) => title).join(', ')),
  );
}

/** The level in words with its two steps, and whose consequence decides; unchanged stages say so. */
function stageCell({ t }: Reading, cell: CellView | undefined, before?: CellView): Cell {
  if (!cell) return { text: t(`${words}.open`) };
  const shown = { fill: fillOf(cell.level), title: cell.level.word };
  if (JSON.stringify(cell) === JSON.stringify(before)) return { ...shown, text: t(`${words}.unchanged`) };
  return {
    ...shown,
    text: lines(
      t(`${words}.consequence`, { step: `${cell.consequence} – ${cell.consequenceWord}` }),
      t(`${words}.likelihood`, { step: `${cell.likelihood} – ${cell.likelihoodWord}` }),
      t(`${words}.worst`, {
        view: t(`risks.view.${cell.worstView}`),
        dimension: t(`risks.dimension.${cell.worstDimension}`),
      }),
    ),
  };
}

function treatmentOf({ context, language, t }: Reading, { treatmentNote, riskKey }: AssessedRisk): string {
  const actions = context
    .list(RiskActions)
    .all()
    .filter((action) => action.riskKey === riskKey && action.cancelledAt === undefined)
    .map(({ title, ownerId, due, progress }) =>
      t(`${words}.action`, {
        title,
        owner: personRef(context, ownerId).name,
        due: formatDate(due, language),
        progress,
      }),
    );
  return lines(treatmentNote, ...actions);
}

/** Progress and the worst level, in a sentence. */
export function summaryOf({ t, view: { risks, answered, worst, form, quick } }: Reading): string {
  if (form === 'quick' && answered === 0)
    return quick.outcome === undefined ? '' : t(`${words}.outcome.${quick.outcome}`);
  const counted = t(`${words}.answered`, { answered, total: risks.length });
  return worst.current ? `${counted} ${t(`${words}.worstNow`, { level: worst.current.word })}` : counted;
}
