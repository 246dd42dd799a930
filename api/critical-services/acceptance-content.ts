import type { ApprovalContent } from '../approvals/index.ts';
import type { Context, Translate } from '../context.ts';
import { digest, inLanguage, monthInWords, type Language } from '../kernel/index.ts';
import type { ContinuitySettings, Impact, Peak } from './contract.ts';
import { hoursInWords } from './hours-in-words.ts';
import type { CriticalService } from './service-lists.ts';
import { shippedSettings } from './settings.ts';
import { figureNames } from './vocabulary.ts';

const inText = 'criticalServices.acceptance.document';
const numbers = { da: new Intl.NumberFormat('da-DK'), en: new Intl.NumberFormat('en-GB') };

/** Hours as people say them in a language: "4 timer". */
export const hoursIn = (t: Translate, language: Language, hours: number): string =>
  hoursInWords(t, hours, (number) => numbers[language].format(number));

export type AcceptedFigures = Pick<
  CriticalService,
  'title' | 'mtd' | 'rto' | 'rpo' | 'mtdReason' | 'impacts' | 'peaks'
>;

const sumLength = 16;
/** What the figures are, in whatever words they are told: the same exactly when the same is accepted. Pure. */
export function figuresChecksum({ mtd, rto, rpo, mtdReason, impacts, peaks }: AcceptedFigures): string {
  const said = JSON.stringify([
    ...[mtd ?? null, rto ?? null, rpo ?? null, mtdReason],
    [...impacts].sort((one, other) => one.hours - other.hours).map(({ hours, level, words }) => [hours, level, words]),
    peaks.map(({ title, months, days, mtd: atMost }) => [title, months, days ?? null, atMost ?? null]),
  ]);
  return digest(said).slice(0, sumLength);
}

/**
 * What exactly is accepted (R4): the figures, why, when less can be borne, and the harm over time. What else is said of
 * the service may change without asking again. `t` gives the Danish texts: decisions are frozen in that language.
 */
export function serviceContent(
  service: AcceptedFigures,
  t: Translate,
  { levels }: Pick<ContinuitySettings, 'levels'> = shippedSettings,
): ApprovalContent {
  const section = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${t(`${inText}.${name}`)}`, lines.join('\n')];
  const figures = figureNames.flatMap((name) => {
    const hours = service[name];
    return hours === undefined ? [] : [`- ${t(`contingency.figure.${name}`)}: ${hoursIn(t, 'da', hours)}`];
  });
  const impacts = [...service.impacts]
    .sort((one, other) => one.hours - other.hours)
    .map((impact) => `- ${impactLine(t, 'da', levels, impact)}`);
  const parts = [
    ...section('figures', figures),
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

/** `Julen: december, højst 2 timer`. */
export function peakLine(t: Translate, language: Language, { title, months, days, mtd }: Peak): string {
  const named = months.map((month) => monthInWords(month, language)).join(', ');
  const parts = [
    named,
    days ? t(`${inText}.days`, days) : '',
    mtd === undefined ? '' : t(`${inText}.atMost`, { time: hoursIn(t, language, mtd) }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? title : `${title}: ${parts.join(', ')}`;
}

/** What stands on the card: the figures on a line, and why. */
export function acceptanceSummary(context: Context, language: Language, service: AcceptedFigures): string {
  const t = context.texts(language);
  const figures = figureNames.flatMap((name) => {
    const hours = service[name];
    return hours === undefined ? [] : [`${t(`contingency.figure.${name}`)}: ${hoursIn(t, language, hours)}`];
  });
  return [`${figures.join('. ')}.`, service.mtdReason.replaceAll(/\s+/g, ' ')].filter(Boolean).join('\n');
}
