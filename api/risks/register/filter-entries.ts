import { Assets, maySeeRisksOf, maySeeWhole, ownCentres, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { CentreRef } from '../../http/contract.ts';
import type { Actor } from '../../kernel/index.ts';
import { centres, fold, foldedMatch } from '../../organisation/index.ts';
import type { RegisterQuery, RiskScale } from '../contract.ts';
import { severityOf, type Seen, type Statuses } from '../levels.ts';
import type { FigureCentre } from '../risk-lists.ts';
import { riskStages } from '../vocabulary.ts';
import { registerEntries, type RegisterEntry } from './register-entries.ts';
import { registerWords } from './register-words.ts';
import { bandOf, sameMatrix, visibleStatuses } from './visible-statuses.ts';

/** Filters of pages about many risks. */
export type RiskFilter = Pick<RegisterQuery, 'q' | 'centreId' | 'kind' | 'dimension' | 'ownerId' | 'view'>;
export type RegisterFilter = RiskFilter &
  Partial<Pick<RegisterQuery, 'treatment' | 'acceptance' | 'level' | 'cell'>> & {
    overdue?: boolean | undefined;
  };

/** A line with its position in the chosen perspective. */
export interface VisibleEntry {
  entry: RegisterEntry;
  statuses: Statuses;
}

type Owned = Pick<Asset, 'kind' | 'centreId' | 'usedBy' | 'ownerId'>;

/** Whether the actor sees an asset's risks, and it matches kind, owner, and the owning or using centres. */
export function assetFilter(actor: Actor, { centreId, kind, ownerId }: RiskFilter): (asset: Owned) => boolean {
  const wanted = new Set<string>(centreId === 'mine' ? ownCentres(actor) : [centreId ?? '']);
  const belongs = (asset: Owned) =>
    maySeeRisksOf(actor, asset) &&
    (kind === undefined || asset.kind === kind) &&
    (ownerId === undefined || asset.ownerId === ownerId) &&
    (centreId === undefined || centresOfAsset(asset).some((centre) => wanted.has(centre)));
  const known = new Map<Owned, boolean>();
  return (asset) => {
    let answer = known.get(asset);
    if (answer === undefined) known.set(asset, (answer = belongs(asset)));
    return answer;
  };
}

/** The centres that own or use an asset, each once; `none` without an owner. */
export const centresOfAsset = ({ centreId, usedBy }: Pick<Asset, 'centreId' | 'usedBy'>): FigureCentre[] => [
  ...new Set<FigureCentre>([centreId ?? 'none', ...usedBy]),
];

/** The centres with an asset whose risks the actor sees, and the own. From memory. */
export function centresToChoose(context: Context, actor: Actor): CentreRef[] {
  const refs = centres(context).map(({ key, title }) => ({ id: key, title }));
  if (maySeeWhole(actor)) return refs;
  const visible = context
    .list(Assets)
    .all()
    .filter((asset) => maySeeRisksOf(actor, asset));
  const seen = new Set<string>([...ownCentres(actor), ...visible.flatMap(centresOfAsset)]);
  return refs.filter(({ id }) => seen.has(id));
}

/** A query's lines, unordered. `scale` is the current one, for cells and levels. From memory. */
export function filterEntries(context: Context, actor: Actor, scale: RiskScale, query: RegisterFilter): VisibleEntry[] {
  const seen: Seen = { view: query.view, dimension: query.dimension };
  const belongs = assetFilter(actor, query);
  const says = textFilter(context, actor, query.q);
  const isWanted = wish(scale, query);
  const found: VisibleEntry[] = [];
  for (const entry of registerEntries(context).values()) {
    if (!belongs(entry.known.asset) || !says(entry)) continue;
    const statuses = visibleStatuses(entry.known, seen);
    if (statuses.current && isWanted(entry, statuses)) found.push({ entry, statuses });
  }
  return found;
}

function textFilter(context: Context, actor: Actor, q: string | undefined): (entry: RegisterEntry) => boolean {
  const search = fold(q ?? '');
  if (search === '') return () => true;
  const words = registerWords(context, actor.language);
  return ({ known: { asset, threat } }) =>
    foldedMatch(`${words.asset(asset).folded} ${words.threat(threat).folded}`, search);
}

type Wish = (entry: RegisterEntry, statuses: Statuses) => boolean;

function wish(scale: RiskScale, { treatment, acceptance, level, overdue, cell }: RegisterFilter): Wish {
  const inCell = cellFilter(scale, cell);
  // A saved view or link may name a level that the scale no longer has: the control then shows all.
  const wanted = level !== undefined && level < scale.levels.length ? level : undefined;
  return (entry, statuses) =>
    (treatment === undefined || (entry.known.risk.treatment ?? 'none') === treatment) &&
    (acceptance === undefined || entry.acceptance.state === acceptance) &&
    (overdue !== true || entry.actions.overdue > 0) &&
    (wanted === undefined || levelOf(scale, entry, statuses) === wanted) &&
    inCell(entry, statuses);
}

/** A line's present level on the current scale. */
export function levelOf(scale: RiskScale, { known }: RegisterEntry, { current }: Statuses): number {
  return current ? bandOf(scale, severityOf(known.assessment.scale, current.level)) : 0;
}

/** `current.4.3`: consequence 4 and likelihood 3 with present controls. */
function cellFilter(scale: RiskScale, cell: string | undefined): Wish {
  if (cell === undefined) return () => true;
  const [name, consequence, likelihood] = cell.split('.');
  const stage = riskStages.find((known) => known === name) ?? 'current';
  return ({ known }, statuses) => {
    const status = statuses[stage];
    return (
      status?.consequence === Number(consequence) &&
      status.likelihood === Number(likelihood) &&
      sameMatrix(known.assessment.scale, scale)
    );
  };
}
