import type { Context, Translate } from '../../context.ts';
import { figureName } from '../../figures/index.ts';
import { type Language } from '../../kernel/index.ts';
import type { ReportNumber, ReportSection } from '../contract.ts';
import type { YearlyReport } from '../report-list.ts';
import { movementOf, type Bar, type Cell, type Compared, type ModelSection, type ReportModel } from './report-model.ts';
import { formatDate, formatNumber } from '../../texts/format.ts';
import { textIfThere } from '../../texts/translate.ts';

const words = 'reports';
const nothing = '–';

/** Language-dependent formatting. */
export interface Said {
  t: Translate;
  language: Language;
  day: (day: string) => string;
  value: (unit: Compared['figure']['unit'], number: ReportNumber | undefined) => string;
  name: (figure: { key: string }) => string;
}

export function saidIn(context: Pick<Context, 'texts'>, language: Language): Said {
  const t = context.texts(language);
  return {
    t,
    language,
    day: (day) => formatDate(day, language),
    value: (unit, number) =>
      number?.value === undefined
        ? nothing
        : t(`${words}.value.${unit}`, { number: formatNumber(number.value, language) }),
    name: (figure) => figureName(t, figure),
  };
}

/** The sections as text, with the team's own where written. */
export const sectionsOf = (
  said: Said,
  model: ReportModel,
  { texts, off }: Pick<YearlyReport, 'texts' | 'off'>,
): ReportSection[] =>
  model.sections.map((section) => {
    const own = texts.find(({ key }) => key === section.key)?.text;
    const written = sentencesOf(said, model, section);
    const chart = chartOf(said, model, section);
    return {
      key: section.key,
      title: said.t(`${words}.section.${section.key}`, { year: model.year + 1 }),
      isOff: off.includes(section.key),
      text: own ?? written,
      isOwn: own !== undefined,
      written,
      figures: section.figures.map((one) => rowOf(said, one)),
      ...(chart ? { chart } : {}),
      tables: section.tables.map(({ key, rows, isCut }) => ({
        key,
        isCut,
        title: said.t(`${words}.table.${key}.title`, { year: model.year + 1 }),
        head: (rows[0] ?? []).map((_, place) => textIfThere(said.t, `${words}.table.${key}.head${place + 1}`) ?? ''),
        rows: rows.map((row) => row.map((cell) => cellOf(said, cell))),
      })),
    };
  });

function sentencesOf(said: Said, { year, before: beforeDay }: ReportModel, section: ModelSection): string {
  const { t, day, name } = said;
  const { policy, says, better = [], worse = [] } = section;
  const list = (figures: readonly { key: string }[]) => figures.map(name).join(', ');
  const sentences: string[] = [
    ...(policy ? [t(`${words}.policy.inForce`, { number: policy.number, date: day(policy.validFrom) })] : []),
    ...(policy?.approvedOn ? [t(`${words}.policy.approved`, { date: day(policy.approvedOn) })] : []),
    ...(policy?.coming ? [comingOf(said, policy.coming)] : []),
    ...(policy?.nextDue ? [t(`${words}.policy.next`, { date: day(policy.nextDue) })] : []),
    ...says.map((one) => sentenceOf(said, one)),
    ...(section.key === 'summary' && beforeDay === undefined ? [t(`${words}.firstYear`)] : []),
    ...(section.key === 'nextYear' ? [t(`${words}.nextYear`, { year: year + 1 })] : []),
  ];
  if (sentences.length === 0) return t(`${words}.nothing`);
  return [
    sentences.join(' '),
    ...(better.length > 0 ? [t(`${words}.better`, { list: list(better) })] : []),
    ...(worse.length > 0 ? [t(`${words}.worse`, { list: list(worse) })] : []),
  ].join('\n\n');
}

const comingOf = (
  { t, day }: Said,
  { number, approvedOn, validFrom }: NonNullable<NonNullable<ModelSection['policy']>['coming']>,
): string => t(`${words}.policy.coming`, { number, approved: day(approvedOn), date: day(validFrom) });

/** `78 % har …. Året før var det 71 %.` */
function sentenceOf(
  { t, name, value }: Said,
  { figure: { key, unit }, now, before }: ModelSection['says'][number],
): string {
  const count = unit === 'count' ? { count: now.value ?? 0 } : {};
  const values = { value: value(unit, now), ...count };
  const sentence = textIfThere(t, `${words}.say.${key}`, values) ?? `${name({ key })}: ${values.value}`;
  return before?.value === undefined ? sentence : `${sentence} ${t(`${words}.before`, { value: value(unit, before) })}`;
}

function rowOf({ value, name }: Said, one: Compared): ReportSection['figures'][number] {
  const { figure, now, before } = one;
  return {
    figure: figure.key,
    name: name(figure),
    movement: movementOf(one),
    now: value(figure.unit, now),
    before: value(figure.unit, before),
    numbers: { ...(now ? { now } : {}), ...(before ? { before } : {}) },
  };
}

function cellOf({ t, day }: Said, cell: Cell): string {
  if ('day' in cell) return day(cell.day);
  if ('role' in cell) return t(`roles.${cell.role}`);
  return 'word' in cell ? t(`${words}.word.${cell.word}`) : cell.text;
}

function chartOf(said: Said, model: ReportModel, { key, chart }: ModelSection): ReportSection['chart'] {
  if (!chart) return undefined;
  const { t, name, value } = said;
  const one = (bar: Bar, number: ReportNumber | undefined) =>
    number?.value === undefined ? undefined : { value: number.value, words: value(bar.figure.unit, number) };
  const bars = chart.bars.map((bar) => {
    const [now, before] = [one(bar, bar.now), one(bar, bar.before)];
    const { note } = bar;
    return {
      title: bar.title ?? name(bar.figure),
      ...(note ? { note } : {}),
      ...(now ? { now } : {}),
      ...(before ? { before } : {}),
      numbers: { ...(bar.now ? { now: bar.now } : {}), ...(bar.before ? { before: bar.before } : {}) },
    };
  });
  const title = chart.figure
    ? t(`${words}.chart.byCentre`, { name: name(chart.figure) })
    : (textIfThere(t, `${words}.chart.${key}`) ?? t(`${words}.section.${key}`, { year: model.year + 1 }));
  const isShare = chart.bars.every(({ figure }) => figure.unit === 'percent');
  const most = isShare ? 100 : Math.max(1, ...bars.flatMap(({ now, before }) => [now?.value ?? 0, before?.value ?? 0]));
  return { title, most, bars, alt: altOf(said, model, title, bars) };
}

type Drawn = NonNullable<ReportSection['chart']>['bars'][number];
/** A chart as text for screen readers: each bar with its number, and the former one. */
function altOf({ t, day }: Said, { before }: ReportModel, title: string, bars: readonly Drawn[]): string {
  const said = bars.map((bar) => {
    const now = bar.now?.words ?? (bar.note === 'closed' ? t(`${words}.chart.closed`) : nothing);
    const was = bar.before ? ` (${t(`${words}.chart.was`, { value: bar.before.words })})` : '';
    return `${bar.title}: ${now}${was}`;
  });
  const lead = before === undefined ? title : `${title}, ${t(`${words}.chart.beside`, { date: day(before) })}`;
  return `${lead}. ${said.join('; ')}.`;
}

/** A figure of the whole on one of the two days, in words. */
export function valueOf(said: Said, { sections }: ReportModel, key: string, when: 'now' | 'before'): string {
  const found = sections.flatMap(({ figures }) => figures).find(({ figure }) => figure.key === key);
  return found ? said.value(found.figure.unit, found[when]) : nothing;
}
