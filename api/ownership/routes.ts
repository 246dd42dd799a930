import { allow, created, from, routes, type Route } from '../http/index.ts';
import type { PersonId } from '../kernel/index.ts';
import { ownershipContract } from './contract.ts';
import { ownAssetsWorkbook } from './own-assets-workbook.ts';
import { ownAssetsView } from './own-assets.ts';
import { handOverEverything } from './succession/hand-over-everything.ts';
import { belongingsView, leaversView, successionView } from './succession/succession-views.ts';

/** Roles admitted to handing over for others; the acts check person and records. */
const givers = ['coordinator', 'centreManager', 'ciso', 'securityTeam'] as const;
/** Includes readers. */
const seers = [...givers, 'auditor'] as const;

export const ownershipRoutes: readonly Route[] = routes(ownershipContract, {
  'GET /api/own-assets': allow('everyone', from(ownAssetsView, 'query')),
  'GET /api/own-assets.xlsx': allow('everyone', from(ownAssetsWorkbook, 'query')),
  'GET /api/leavers': allow(seers, from(leaversView, 'query.q')),
  'GET /api/leavers/:personId': allow(seers, (context, actor, { params }) =>
    belongingsView(context, actor, params.personId as PersonId),
  ),
  'POST /api/successions': allow(givers, created(successionView, from(handOverEverything, 'body'))),
  'GET /api/successions/:successionKey': allow('everyone', from(successionView, 'successionKey')),
});
