import { safeFileName } from '../../files/index.ts';
import type { Context } from '../../context.ts';
import { centreRef } from '../../organisation/index.ts';
import type { ContingencyPlan } from './plan-lists.ts';

/** Where the documents of a plan lie in the library, for whoever opens SharePoint: `Beredskab/Center Nord`. */
export function libraryFolder(context: Context, { centreId }: Pick<ContingencyPlan, 'centreId'>): string[] {
  const centre = centreRef(context, centreId)?.title;
  // The ending only serves to get a name that SharePoint takes.
  return ['Beredskab', centre === undefined ? 'Fælles' : safeFileName(centre, 'x').slice(0, -2)];
}
