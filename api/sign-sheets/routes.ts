import type { Context } from '../context.ts';
import { allow, created, from, routes, thenView, type Route } from '../http/index.ts';
import type { Actor } from '../kernel/index.ts';
import { obligationsInTurn } from '../obligations/index.ts';
import { signSheetsContract } from './contract.ts';
import { makeSheet } from './make-sheet.ts';
import { sheetMakers, sheetReaders } from './permissions.ts';
import { recordSigned } from './record-signed.ts';
import { peopleToSign, sheetList, sheetView } from './sheet-views.ts';
import { tickPeople } from './tick-people.ts';

const thenSheetView = thenView(from(sheetView, 'sheetKey'));

/** Derives obligations in slices; the rest is then cached. */
async function listInTurn(context: Context, actor: Actor) {
  await obligationsInTurn(context);
  return sheetList(context, actor);
}

export const signSheetRoutes: readonly Route[] = routes(signSheetsContract, {
  'GET /api/sign-sheets': allow(sheetReaders, listInTurn),
  'GET /api/sign-sheet-people': allow(sheetReaders, async (context, actor, { query }) => {
    await obligationsInTurn(context);
    return peopleToSign(context, actor, query);
  }),
  'POST /api/sign-sheets': allow(sheetMakers, created(sheetView, from(makeSheet, 'body'))),
  'GET /api/sign-sheets/:sheetKey': allow(sheetReaders, from(sheetView, 'sheetKey')),
  'PUT /api/sign-sheets/:sheetKey/signed': allow(sheetMakers, thenSheetView(from(tickPeople, 'sheetKey', 'body'))),
  'POST /api/sign-sheets/:sheetKey/record': allow(sheetMakers, thenSheetView(from(recordSigned, 'sheetKey'))),
});
