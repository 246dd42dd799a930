import { safeFileName } from '../../files/index.ts';
import type { Context } from '../../context.ts';
import { centreRef } from '../../organisation/index.ts';
import type { ContingencyPlan } from './plan-lists.ts';

/** A plan's folder in the library, named for readers in SharePoint: `Beredskab/Center Nord`. */
export function libraryFolder(context: Context, { centreId }: Pick<ContingencyPlan, 'centreId'>): string[] {
  const centre = centreRef(context, centreId)?.title;
  // The extension only serves for a name valid in SharePoint.
  return ['Beredskab', centre === undefined ? 'Fælles' : safeFileName(centre, 'x').slice(0, -2)];
}
