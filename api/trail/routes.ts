import { allow, routes, type Route } from '../http/index.ts';
import { operationsReaders } from '../organisation/index.ts';
import { trailContract } from './contract.ts';
import { recordTrailOf, trailViewOf } from './views/trail-view.ts';
import type { Titled } from './views/trail-words.ts';
import { trailWorkbook } from './views/trail-workbook.ts';

/** Readers of the trail: the auditor, the CISO and the team (R14). It names the actors, so no others. */
const trailReaders = operationsReaders;

/** `titled`: lists whose records are shown by title. */
export const trailRoutes = (titled: Titled): readonly Route[] =>
  routes(trailContract, {
    'GET /api/trail': allow(trailReaders, (context, actor, { query }) => trailViewOf(context, actor, titled, query)),
    'GET /api/trail.xlsx': allow(trailReaders, (context, actor, { query }) =>
      trailWorkbook(context, actor, titled, query),
    ),
    'GET /api/trail/records/:recordKey': allow(trailReaders, (context, actor, { params: { recordKey }, query }) =>
      recordTrailOf(context, actor, titled, { key: recordKey, ...query }),
    ),
  });
