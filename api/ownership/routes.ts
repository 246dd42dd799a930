import { routes, type Route } from '../http/index.ts';
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
  'GET /api/own-assets': {
    allow: 'everyone',
    run: (context, actor, { query }) => ownAssetsView(context, actor, query),
  },
  'GET /api/own-assets.xlsx': {
    allow: 'everyone',
    run: (context, actor, { query }) => ownAssetsWorkbook(context, actor, query),
  },
  'GET /api/leavers': { allow: seers, run: (context, actor, { query }) => leaversView(context, actor, query.q) },
  'GET /api/leavers/:personId': {
    allow: seers,
    run: (context, actor, { params }) => belongingsView(context, actor, params.personId as PersonId),
  },
  'POST /api/successions': {
    allow: givers,
    run: async (context, actor, { body }) => {
      const { key } = await handOverEverything(context, actor, body);
      return successionView(context, actor, key);
    },
  },
  'GET /api/successions/:successionKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => successionView(context, actor, params.successionKey),
  },
});
