import type { Context } from '../context.ts';
import { routes, type Route } from '../http/index.ts';
import type { Actor } from '../kernel/index.ts';
import { obligationsInTurn } from '../obligations/index.ts';
import { signSheetsContract } from './contract.ts';
import { makeSheet } from './make-sheet.ts';
import { sheetMakers, sheetReaders } from './permissions.ts';
import { recordSigned } from './record-signed.ts';
import { peopleToSign, sheetList, sheetView } from './sheet-views.ts';
import { tickPeople } from './tick-people.ts';

/** Derives obligations in slices; the rest is then cached. */
async function listInTurn(context: Context, actor: Actor) {
  await obligationsInTurn(context);
  return sheetList(context, actor);
}

export const signSheetRoutes: readonly Route[] = routes(signSheetsContract, {
  'GET /api/sign-sheets': { allow: sheetReaders, run: listInTurn },
  'GET /api/sign-sheet-people': {
    allow: sheetReaders,
    run: async (context, actor, { query }) => {
      await obligationsInTurn(context);
      return peopleToSign(context, actor, query);
    },
  },
  'POST /api/sign-sheets': {
    allow: sheetMakers,
    run: async (context, actor, { body }) => {
      const { key } = await makeSheet(context, actor, body);
      return sheetView(context, actor, key);
    },
  },
  'GET /api/sign-sheets/:sheetKey': {
    allow: sheetReaders,
    run: (context, actor, { params }) => sheetView(context, actor, params.sheetKey),
  },
  'PUT /api/sign-sheets/:sheetKey/signed': {
    allow: sheetMakers,
    run: async (context, actor, { params: { sheetKey }, body }) => {
      await tickPeople(context, actor, sheetKey, body);
      return sheetView(context, actor, sheetKey);
    },
  },
  'POST /api/sign-sheets/:sheetKey/record': {
    allow: sheetMakers,
    run: async (context, actor, { params: { sheetKey } }) => {
      await recordSigned(context, actor, sheetKey);
      return sheetView(context, actor, sheetKey);
    },
  },
});
