import type { Context } from '../context.ts';
import type { FreshnessView } from '../http/contract.ts';
import { addMonths, forbidden, todayOf, type Actor, type CentreId, type LocalDate } from '../kernel/index.ts';
import { centreRef, Centres, centres, fold, foldedMatch, freshnessOf, People } from '../organisation/index.ts';
import { allFigures } from './all-figures.ts';
import { figureAreas, type FiguresQuery, type FiguresView, type FigureView } from './contract.ts';
import { Figures, valuesBefore } from './figures-list.ts';
import type { Counted, Figure, Owner } from './figure.ts';
import { figuresAsOf, figureValues, valueFor, type Values } from './figure-values.ts';
import { boardsOf, maySeeFiguresOf, maySeeWholeFigures, ownFigureCentres } from './permissions.ts';
import { compareDanish } from '../texts/format.ts';
import type { Translate } from '../texts/catalogue.ts';
import { textIfThere } from '../texts/translate.ts';

/** Frozen months in a view: a year, and one to compare with. */
const shownMonths = 13;

/** Visible owners: the whole first, then centres in use, in order. */
export function visibleOwners(context: Context, actor: Actor): Owner[] {
  const own = new Set<string>(ownFigureCentres(actor));
  const seesWhole = maySeeWholeFigures(actor);
  return [
    ...(seesWhole ? (['whole'] as const) : []),
    ...centres(context).flatMap(({ key }) => (seesWhole || own.has(key) ? [key as CentreId] : [])),
  ];
}

/** Throws AppError `forbidden` for another's or unknown centre. */
export function ownerAsked(context: Context, actor: Actor, asked: string | undefined): Owner {
  const seen = visibleOwners(context, actor);
  const own = seen.find((one) => one !== 'whole' && ownFigureCentres(actor).includes(one));
  const owner = asked === undefined ? (own ?? seen[0]) : seen.find((one) => one === asked);
  if (owner === undefined || !maySeeFiguresOf(actor, owner)) throw forbidden('figures.mayNotSee');
  return owner;
}

/** A figure's name; its key, if removed. */
export const figureName = (t: Translate, { key }: Pick<Figure, 'key'>): string =>
  textIfThere(t, `figureWords.${key}.name`) ?? key;

/** The names and words of a figure in a language. */
export function figureWords(context: Context, language: Actor['language'], { key }: Pick<Figure, 'key'>) {
  const t = context.texts(language);
  return { name: figureName(t, { key }), explain: textIfThere(t, `figureWords.${key}.explain`) ?? '' };
}

/** Whether a figure improved between two values. */
export function movementOf(
  { good }: Pick<Figure, 'good'>,
  before: number | undefined,
  now: number | undefined,
): FigureView['movement'] {
  if (before === undefined || now === undefined || good === 'neither') return 'none';
  if (now === before) return 'same';
  return now > before === (good === 'up') ? 'better' : 'worse';
}

/** The same since a frozen value; one counted from New Year on has not moved since the year before: it began again. */
export function movementSince(
  figure: Pick<Figure, 'good' | 'ofYear'>,
  before: { day: string; value: number } | undefined,
  now: { day: string; value: number | undefined },
): FigureView['movement'] {
  if (figure.ofYear && before && before.day.slice(0, 4) !== now.day.slice(0, 4)) return 'none';
  return movementOf(figure, before?.value, now.value);
}

/** The frozen value so many months before the present one. */
function monthsAgo(before: FigureView['months'], today: LocalDate, months: number) {
  const wanted = addMonths(`${today.slice(0, 7)}-01` as LocalDate, -months).slice(0, 7);
  return before.find(({ day }) => day.startsWith(wanted));
}

export function figureView(context: Context, actor: Actor, figure: Figure, owner: Owner, values: Values): FigureView {
  const { key, area, unit, good } = figure;
  const now: Counted = valueFor(values, figure, owner) ?? { numerator: 0 };
  const whole = owner === 'whole' ? undefined : valueFor(values, figure, 'whole')?.value;
  const before = valuesBefore(context, figure, owner);
  const today = todayOf(context.clock);
  const [lastMonth, lastYear] = [monthsAgo(before, today, 1), monthsAgo(before, today, 12)];
  return {
    key,
    area,
    unit,
    good,
    ...figureWords(context, actor.language, figure),
    ...now,
    ...(figure.opens?.(actor, owner) === false ? {} : { link: figure.link(owner, context) }),
    ...(whole === undefined ? {} : { whole }),
    ...(lastMonth ? { lastMonth } : {}),
    ...(lastYear ? { lastYear } : {}),
    movement: movementSince(figure, lastMonth, { day: today, value: now.value }),
    months: before.slice(-shownMonths),
  };
}

const movementOrder: readonly FigureView['movement'][] = ['worse', 'same', 'better', 'none'];
const areaPlace = ({ area }: FigureView): number => figureAreas.indexOf(area);
const orders: Readonly<Record<FiguresQuery['sort'], (one: FigureView, other: FigureView) => number>> = {
  area: (one, other) => areaPlace(one) - areaPlace(other),
  name: (one, other) => compareDanish(one.name, other.name),
  value: (one, other) => (one.value ?? -1) - (other.value ?? -1),
  movement: (one, other) => movementOrder.indexOf(one.movement) - movementOrder.indexOf(other.movement),
};

/** An owner's figures, in area order. In slices; from memory. */
export async function figuresOf(context: Context, actor: Actor, owner: Owner): Promise<FigureView[]> {
  const values = await figureValues(context);
  return allFigures
    .filter(({ whose }) => owner === 'whole' || whose === 'centres')
    .map((figure) => figureView(context, actor, figure, owner, values));
}

/** Freshness of figures: that of the lists, or of the oldest computation. */
export function figuresFreshness(context: Context): FreshnessView {
  const lists = freshnessOf(context, People, Centres, Figures);
  const counted = figuresAsOf(context);
  return counted !== undefined && counted < lists.asOf ? { ...lists, asOf: counted } : lists;
}

/** One owner's present figures, searched and sorted (R12–R15). Throws AppError `forbidden`. */
export async function figuresViewOf(context: Context, actor: Actor, query: FiguresQuery): Promise<FiguresView> {
  const owner = ownerAsked(context, actor, query.owner);
  const all = await figuresOf(context, actor, owner);
  const search = fold(query.q ?? '');
  const figures = all
    .filter(({ area, movement }) => (query.area ?? area) === area && (query.movement ?? movement) === movement)
    .filter(({ name, explain }) => search === '' || foldedMatch(fold(`${name} ${explain}`), search))
    .sort((one, other) => orders[query.sort](one, other) * (query.descending ? -1 : 1));
  return {
    day: todayOf(context.clock),
    owner,
    owners: visibleOwners(context, actor).map((each) => {
      const centre = each === 'whole' ? undefined : centreRef(context, each);
      return { owner: each, ...(centre ? { centre } : {}) };
    }),
    figures,
    abilities: boardsOf(actor),
    moved: {
      better: all.filter(({ movement }) => movement === 'better').length,
      worse: all.filter(({ movement }) => movement === 'worse').length,
    },
    freshness: figuresFreshness(context),
  };
}
