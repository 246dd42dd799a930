import type { ApprovalContent } from '../approvals/index.ts';
import type { Context, Translate } from '../context.ts';
import { digest, inLanguage, type Language } from '../kernel/index.ts';
import type { ContinuitySettings, Impact, Peak } from './contract.ts';
import { hoursInWords } from './hours-in-words.ts';
import type { CriticalService } from './service-lists.ts';
import { contradictionOf, proposedMtd, settingsNow, shippedSettings } from './settings.ts';
import { figureNames } from './vocabulary.ts';
import { formatMonthName, formatNumber } from '../texts/format.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

const inText = 'criticalServices.acceptance.document';

/** Hours in words: "4 timer". */
export const hoursIn = (t: Translate, language: Language, hours: number): string =>
  hoursInWords(t, hours, (number) => formatNumber(number, language, 3));

export type AcceptedFigures = Pick<
  CriticalService,
  'title' | 'mtd' | 'rto' | 'rpo' | 'mtdReason' | 'impacts' | 'peaks'
>;

const sumLength = 16;
/** Checksum of the figures, independent of wording: equal exactly when the same is accepted. Pure. */
export function figuresChecksum({ mtd, rto, rpo, mtdReason, impacts, peaks }: AcceptedFigures): string {
  const said = JSON.stringify([
    mtd ?? null,
    rto ?? null,
    rpo ?? null,
    mtdReason,
    [...impacts].sort((one, other) => one.hours - other.hours).map(({ hours, level, words }) => [hours, level, words]),
    peaks.map(({ title, months, days, mtd: atMost }) => [title, months, days ?? null, atMost ?? null]),
  ]);
  return digest(said).slice(0, sumLength);
}

/**
 * The exact content accepted (R4): the figures, reasons, peaks, and harm over time. Other data may change without a new
 * request. `t` has the Danish texts: decisions are frozen in that language.
 */
export function serviceContent(
  service: AcceptedFigures,
  t: Translate,
  settings: Pick<ContinuitySettings, 'levels' | 'unacceptableFrom'> = shippedSettings,
): ApprovalContent {
  const section = (name: TextsUnder<'criticalServices.acceptance.document'>, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${t(`${inText}.${name}`)}`, lines.join('\n')];
  const figures = figureNames.flatMap((name) => {
    const hours = service[name];
    return hours === undefined ? [] : [`- ${t(`contingency.figure.${name}`)}: ${hoursIn(t, 'da', hours)}`];
  });
  const impacts = [...service.impacts]
    .sort((one, other) => one.hours - other.hours)
    .map((impact) => `- ${impactLine(t, 'da', settings.levels, impact)}`);
  const harm = contradictionOf(service, settings);
  const parts = [
    ...section('figures', figures),
    ...section('contradiction', harm ? [contradictionLine(t, 'da', settings.levels, service, harm)] : []),
    ...section('reason', service.mtdReason === '' ? [] : [service.mtdReason]),
    ...section(
      'peaks',
      service.peaks.map((peak) => `- ${peakLine(t, 'da', peak)}`),
    ),
    ...section('impacts', impacts),
    t(`${inText}.checksum`, { sum: figuresChecksum(service) }),
  ];
  return { title: service.title, text: parts.join('\n\n') };
}

/** `Efter 4 timer: 1 – Mærkbar. Besøg forsinkes`: never a number without its word. */
export function impactLine(
  t: Translate,
  language: Language,
  levels: ContinuitySettings['levels'],
  { hours, level, words }: Impact,
): string {
  const word = levels[level]?.word;
  const values = { time: hoursIn(t, language, hours), level, word: word ? inLanguage(word, language) : '' };
  return [`${t(`${inText}.impact`, values)}.`, words.replaceAll(/\s+/g, ' ')].join(' ').trim();
}

/** `Ydelsen siger selv, at skaden ikke kan accepteres efter 4 timer. Der bedes om 12 timer.` */
const contradictionLine = (
  t: Translate,
  language: Language,
  levels: ContinuitySettings['levels'],
  { mtd = 0 }: AcceptedFigures,
  harm: Impact,
): string =>
  [
    t(`${inText}.contradicts`, { borne: hoursIn(t, language, harm.hours), asked: hoursIn(t, language, mtd) }),
    impactLine(t, language, levels, harm),
  ].join(' ');

/** `Julen: december, højst 2 timer`. */
export function peakLine(t: Translate, language: Language, { title, months, days, mtd }: Peak): string {
  const named = months.map((month) => formatMonthName(month, language)).join(', ');
  const parts = [
    named,
    days ? t(`${inText}.days`, days) : '',
    mtd === undefined ? '' : t(`${inText}.atMost`, { time: hoursIn(t, language, mtd) }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? title : `${title}: ${parts.join(', ')}`;
}

/** The first unacceptable harm, or the worst: shown to those who accept. */
function tellingImpact(impacts: readonly Impact[], settings: ContinuitySettings): Impact | undefined {
  const borne = proposedMtd(impacts, settings);
  return (
    impacts.find(({ hours, level }) => hours === borne && level >= settings.unacceptableFrom) ??
    [...impacts].sort((one, other) => other.level - one.level || one.hours - other.hours)[0]
  );
}

/** The card's lines: the figures, the resulting harm and any contradiction, and the reason. */
export function acceptanceSummary(context: Context, language: Language, service: AcceptedFigures): string {
  const t = context.texts(language);
  const figures = figureNames.flatMap((name) => {
    const hours = service[name];
    return hours === undefined ? [] : [`${t(`contingency.figure.${name}`)}: ${hoursIn(t, language, hours)}`];
  });
  const settings = settingsNow(context);
  const harm = contradictionOf(service, settings);
  const impact = tellingImpact(service.impacts, settings);
  return [
    `${figures.join('. ')}.`,
    ...(harm ? [contradictionLine(t, language, settings.levels, service, harm)] : []),
    ...(!harm && impact ? [impactLine(t, language, settings.levels, impact)] : []),
    service.mtdReason.replaceAll(/\s+/g, ' '),
  ]
    .filter(Boolean)
    .join('\n');
}
