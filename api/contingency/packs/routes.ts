import { allow, routes, type Route } from '../../http/route.ts';
import type { CentreId, LocalDate } from '../../kernel/index.ts';
import { packsContract } from './pack-contract.ts';
import { planWriters } from '../permissions.ts';
import { makePack } from './make-pack.ts';
import { packFile } from './pack-file.ts';
import { packHistoryOf, packRowOf, visiblePacks } from './visible-packs.ts';
import { packsWorkbook } from './packs-workbook.ts';
import { placePack } from './place-pack.ts';

/** Copies independent of Microsoft 365 (R5). */
export const packRoutes: readonly Route[] = routes(packsContract, {
  'GET /api/contingency/packs': allow('everyone', visiblePacks),
  'GET /api/contingency/packs.xlsx': allow('everyone', packsWorkbook),
  'GET /api/contingency/packs/:centreId/history': allow('everyone', (context, actor, { params }) =>
    packHistoryOf(context, actor, params.centreId as CentreId),
  ),
  'POST /api/contingency/packs/:centreId/make': allow(planWriters, async (context, actor, { params }) => {
    const { centreId } = await makePack(context, actor, params.centreId as CentreId);
    return packRowOf(context, actor, centreId);
  }),
  'GET /api/contingency/packs/:packKey/pdf': allow('everyone', (context, actor, { params }) =>
    packFile(context, actor, params.packKey, 'pdf'),
  ),
  'GET /api/contingency/packs/:packKey/html': allow('everyone', (context, actor, { params }) =>
    packFile(context, actor, params.packKey, 'html'),
  ),
  'POST /api/contingency/packs/:packKey/placed': allow(planWriters, async (context, actor, { params, body }) => {
    const { packKey } = params;
    const { centreId } = await placePack(context, actor, {
      packKey,
      place: body.place,
      placedOn: body.placedOn as LocalDate,
    });
    return packRowOf(context, actor, centreId);
  }),
});
