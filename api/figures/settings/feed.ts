import { randomBytes } from 'node:crypto';
import { recordAct } from '../../audit/index.ts';
import { figureName } from '../figures-view.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { digest, forbidden, inSlices, missing, nowOf, todayOf, type Actor, type Instant } from '../../kernel/index.ts';
import { Centres, centreRef, centres } from '../../organisation/index.ts';
import { allFigures } from '../all-figures.ts';
import type { Counted, Figure, Owner } from '../figure.ts';
import { Figures, frozenMonths, readValue } from '../figures-list.ts';
import { figureValues, valueFor } from '../figure-values.ts';
import { mayFreezeFigures } from '../permissions.ts';
import { feedKey, FigureSettings } from './settings-list.ts';

const secretBytes = 32;
/** Power BI's feed; the secret precedes `.json` or `.csv`. */
const figuresPath = '/figures-feed/';
/** Frozen months in the feed. */
const mostMonths = 36;

/** Whether there is a key, and since when. */
export function feedOf(context: Context): { active: boolean; madeAt?: Instant } {
  const feed = context.list(FigureSettings).get(feedKey);
  return feed?.secretDigest !== undefined && feed.stoppedAt === undefined
    ? { active: true, madeAt: feed.changedAt }
    : { active: false };
}

/**
 * Creates a new read-only key for the figures and revokes the old one. Returned once and stored as a digest. 3 to 5
 * resource units. Throws AppError forbidden `figures.mayNotSet`, unavailable.
 */
export async function makeFeed(context: Context, actor: Actor): Promise<{ url: string; madeAt: Instant }> {
  if (!mayFreezeFigures(actor)) throw forbidden('figures.mayNotSet');
  const secret = randomBytes(secretBytes).toString('base64url');
  const madeAt = nowOf(context.clock);
  const fields = { secretDigest: digest(secret), changedBy: actor.personId, changedAt: madeAt };
  const settings = context.list(FigureSettings);
  const { existed } = await settings.create({ key: feedKey, title: feedKey, ...fields });
  if (existed) await settings.update(feedKey, () => ({ ...fields, stoppedAt: undefined }));
  await record(context, actor, 'makeFiguresFeed', madeAt);
  return { url: `${context.organisation.publicUrl}${figuresPath}${secret}.json`, madeAt };
}

/** Revokes the key. Idempotent. Throws AppError as `makeFeed`. */
export async function stopFeed(context: Context, actor: Actor): Promise<undefined> {
  if (!mayFreezeFigures(actor)) throw forbidden('figures.mayNotSet');
  if (!feedOf(context).active) return undefined;
  const stoppedAt = nowOf(context.clock);
  await context.list(FigureSettings).update(feedKey, () => ({ stoppedAt }));
  await record(context, actor, 'stopFiguresFeed', stoppedAt);
  return undefined;
}
const record = (context: Context, { personId }: Actor, act: string, at: Instant) =>
  recordAct(context, { act, subjectKey: feedKey, actorId: personId, at, occasion: at });

/** One figure of one owner on one day, flat: for tables in Power BI and Excel. Without names of people. */
export interface FeedRow {
  day: string;
  kind: 'today' | 'month';
  ownerId: string;
  owner: string;
  figure: string;
  name: string;
  area: string;
  unit: string;
  good: string;
  value: number | null;
  numerator: number;
  denominator: number | null;
}
export const feedColumns = [
  ...(['day', 'kind', 'ownerId', 'owner', 'figure', 'name'] as const),
  ...(['area', 'unit', 'good', 'value', 'numerator', 'denominator'] as const),
] as const satisfies readonly (keyof FeedRow)[];

/**
 * Today's figures and frozen months of three years, in total and by centre, for holders of the key. Throws AppError
 * `missing` for an unknown or revoked key.
 */
export async function figuresFeed(context: Context, secret: string): Promise<readonly FeedRow[]> {
  const feed = context.list(FigureSettings).get(feedKey);
  if (!feedOf(context).active || feed?.secretDigest !== digest(secret)) throw missing('figures.noSuchFeed');
  const values = await figureValues(context);
  const row = rowsIn(context);
  const today = todayOf(context.clock);
  const rows: FeedRow[] = [];
  await inSlices(ownersOf(context), (owner) => {
    for (const figure of allFigures) {
      const counted = valueFor(values, figure, owner);
      if (counted) rows.push(row({ day: today, kind: 'today', owner, figure, counted }));
    }
  });
  return [...rows, ...frozenRows(context)];
}

const ownersOf = (context: Context): Owner[] => ['whole', ...centres(context).map(({ key }) => key as Owner)];

interface Told {
  day: string;
  kind: FeedRow['kind'];
  owner: Owner;
  figure: Figure;
  counted: Counted;
}
function rowsIn(context: Context): (told: Told) => FeedRow {
  const t = context.texts('da');
  const names = new Map(allFigures.map(({ key }) => [key, figureName(t, { key })]));
  const whole = t('figureDocuments.whole');
  return ({ day, kind, owner, figure: { key, area, unit, good }, counted }) => ({
    day,
    kind,
    ownerId: owner,
    owner: owner === 'whole' ? whole : (centreRef(context, owner)?.title ?? owner),
    figure: key,
    name: names.get(key) ?? key,
    area: t(`figureDocuments.areas.${area}`),
    unit,
    good,
    value: counted.value ?? null,
    numerator: counted.numerator,
    denominator: counted.denominator ?? null,
  });
}

const frozenRows = derivation([Figures, Centres], (context): readonly FeedRow[] => {
  const row = rowsIn(context);
  return ownersOf(context).flatMap((owner) =>
    frozenMonths(context, owner)
      .slice(-mostMonths)
      .flatMap(({ day, values }) =>
        allFigures.flatMap((figure) => {
          const written = values[figure.key];
          return written ? [row({ day, kind: 'month', owner, figure, counted: readValue(written) })] : [];
        }),
      ),
  );
});
