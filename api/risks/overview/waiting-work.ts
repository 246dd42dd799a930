import { assetRefOf, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { addDays, daysBetween, inLanguage, todayOf, type Language, type LocalDate } from '../../kernel/index.ts';
import { centreRef, fold, foldedMatch, personRef } from '../../organisation/index.ts';
import { dueWithinDays, isImportant, isUnassessed, reviewOf } from '../checks/asset-rules.ts';
import { wholeWorld, type AssetCase } from '../checks/check-world.ts';
import type { OverviewView } from '../contract.ts';
import type { VisibleEntry } from '../register/filter-entries.ts';
import { actionState } from '../../actions/index.ts';
import { compareDanish } from '../../texts/format.ts';

/** Lines of each kind in the overview; the number shows the total. */
const shown = 10;
const isEarlier = (one: string | undefined, other: string | undefined): number =>
  (one ?? '').localeCompare(other ?? '');

/** Overdue actions, the oldest first. */
export function overdueActions(
  context: Context,
  language: Language,
  entries: readonly VisibleEntry[],
): Pick<OverviewView, 'overdueActions' | 'overdueActionCount'> {
  const today = todayOf(context.clock);
  const found = entries
    .filter(({ entry }) => entry.actions.overdue > 0)
    .flatMap(({ entry: { known, treatedBy } }) =>
      treatedBy.filter((action) => actionState(action, today) === 'overdue').map((action) => ({ action, known })),
    );
  return {
    overdueActionCount: found.length,
    overdueActions: found
      .sort((one, other) => isEarlier(one.action.due, other.action.due) || isEarlier(one.action.key, other.action.key))
      .slice(0, shown)
      .map(({ action, known }) => ({
        riskKey: known.key,
        title: action.title || inLanguage(known.threat.title, language),
        asset: assetRefOf(known.asset),
        owner: personRef(context, action.ownerId),
        due: action.due,
        daysLate: daysBetween(action.due, today),
      })),
  };
}

type Due = OverviewView['dueAssessments'][number];
const order: readonly Due['status'][] = ['overdue', 'none', 'due'];

/** When an asset must be reassessed: at its review, or earlier by a trigger. */
const nextOf = (one: AssetCase): LocalDate | undefined => {
  const review = reviewOf(one);
  return review && [review, ...one.triggers.map(({ due }) => due)].sort()[0];
};

/** Whether an asset awaits assessment: overdue, due within 30 days, or important and never assessed. */
function statusOf(one: AssetCase, today: LocalDate): Due['status'] | undefined {
  if (isUnassessed(one)) return isImportant(one) ? 'none' : undefined;
  const review = nextOf(one);
  if (review === undefined || review > addDays(today, dueWithinDays)) return undefined;
  return review < today ? 'overdue' : 'due';
}

/** Whether an asset is assessed, and whether it awaits assessment: one count for overview and figures. */
export interface AssetStatusNow {
  asset: Asset;
  isAssessed: boolean;
  /** In use, never assessed and not exempt. */
  isMissing: boolean;
  status: Due['status'] | undefined;
}
/** Every active asset, as of today. From memory. */
export function assetStatuses(context: Context): AssetStatusNow[] {
  const today = todayOf(context.clock);
  return wholeWorld(context).assets.map((one) => ({
    asset: one.asset,
    isAssessed: one.assessed !== undefined,
    isMissing: isUnassessed(one),
    status: statusOf(one, today),
  }));
}

/** Assessed and missing assets, which add up to the total; those exempt from assessment are in neither. */
function assetCounts(cases: readonly AssetCase[]): OverviewView['assets'] {
  const assessed = cases.filter((one) => one.assessed !== undefined).length;
  const missing = cases.filter(isUnassessed).length;
  return { total: assessed + missing, assessed, missing };
}

/** Assessments to make, overdue ones first; and the number of assessed assets. */
export function assessmentWork(
  context: Context,
  belongs: (asset: Asset) => boolean,
  q: string | undefined,
): Pick<OverviewView, 'dueAssessments' | 'dueAssessmentCount' | 'assets'> {
  const today = todayOf(context.clock);
  const search = fold(q ?? '');
  const cases = wholeWorld(context).assets.filter(
    ({ asset }) => belongs(asset) && (search === '' || foldedMatch(fold(asset.title), search)),
  );
  const due = cases.flatMap((one) => {
    const status = statusOf(one, today);
    return status ? [{ asset: one.asset, status, reviewOn: nextOf(one) }] : [];
  });
  return {
    dueAssessmentCount: due.length,
    dueAssessments: due
      .sort(
        (one, other) =>
          order.indexOf(one.status) - order.indexOf(other.status) ||
          isEarlier(one.reviewOn, other.reviewOn) ||
          compareDanish(one.asset.title, other.asset.title),
      )
      .slice(0, shown)
      .map(({ asset, status, reviewOn }): Due => {
        const centre = centreRef(context, asset.centreId);
        return {
          asset: assetRefOf(asset),
          ...(centre ? { centre } : {}),
          ...(asset.ownerId === undefined ? {} : { owner: personRef(context, asset.ownerId) }),
          ...(reviewOn === undefined ? {} : { reviewOn }),
          status,
        };
      }),
    assets: assetCounts(cases),
  };
}
