import { encode } from 'uqr';
import { Acknowledgements } from '../acknowledgements/index.ts';
import { Completions } from '../awareness/index.ts';
import type { Context } from '../context.ts';
import { deepLink } from '../deep-link.ts';
import { unreachableReasons } from '../deliveries/index.ts';
import { forbidden, todayOf, type Actor, type CentreId, type PersonId } from '../kernel/index.ts';
import { centres, findPerson, freshnessOf, People, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { mostOnSheet, type SheetRow, type SheetView, type signSheetsContract } from './contract.ts';
import type { AnswerOf } from '../http/endpoint.ts';
import { mayMakeSheets, seesSignedOf } from './permissions.ts';
import { recordedBy, stateOn, signatureOf, type SignedState } from './sheet.ts';
import { SignSheets, type SignSheet } from './sheet-list.ts';
import { owes, whoOwesSignature, subjectOf, subjectsFor, type SignedKind } from './subjects.ts';
import { isVisibleSheet, mayTick, visibleSheet } from './tick-people.ts';
import { compareDanish } from '../texts/format.ts';

type AnswerTo<Name extends keyof typeof signSheetsContract & `GET ${string}`> = AnswerOf<
  (typeof signSheetsContract)[Name]
>;
const lists = [SignSheets, Acknowledgements, Completions, People] as const;

/** Newest first: others are found by their people. */
const mostSheets = 200;

/** Sheets with the reader's people, latest first, and possible subjects. From memory. */
export async function sheetList(context: Context, actor: Actor): Promise<AnswerTo<'GET /api/sign-sheets'>> {
  return {
    sheets: context
      .list(SignSheets)
      .all()
      .filter((sheet) => isVisibleSheet(context, actor, sheet))
      .sort((one, other) => other.heldOn.localeCompare(one.heldOn) || other.madeAt.localeCompare(one.madeAt))
      .slice(0, mostSheets)
      .map((sheet) => sheetRow(context, actor, sheet)),
    ...(await subjectsFor(context, actor)),
    abilities: { make: mayMakeSheets(actor) },
    freshness: freshnessOf(context, ...lists),
  };
}

/** The sheet's people visible to the reader; others are anonymous. */
function peopleSeen(context: Context, actor: Actor, { people }: SignSheet): readonly PersonId[] {
  const sees = seesSignedOf(actor);
  return people.filter((personId) => sees(findPerson(context, personId)?.centreId));
}

function statesOf(context: Context, actor: Actor, sheet: SignSheet): ReadonlyMap<string, SignedState> {
  const owing = owes(context, sheet.kind, sheet.subjectKey);
  return new Map(
    peopleSeen(context, actor, sheet).map((personId) => [personId, stateOn(sheet, personId, owing.has(personId))]),
  );
}

function sheetRow(
  context: Context,
  actor: Actor,
  sheet: SignSheet,
  states = statesOf(context, actor, sheet),
): SheetRow {
  const { key, title, kind, way, heldOn, place, madeBy } = sheet;
  const count = (wanted: SignedState) => [...states.values()].filter((state) => state === wanted).length;
  return {
    key,
    title,
    kind,
    way,
    heldOn,
    place,
    madeBy: personRef(context, madeBy),
    counts: { people: states.size, ticked: count('ticked'), recorded: count('recorded'), done: count('done') },
  };
}

/** One sheet to print and to tick. Throws AppError `missing`. From memory. */
export function sheetView(context: Context, actor: Actor, key: string): SheetView {
  const sheet: Stored<SignSheet> = visibleSheet(context, actor, key);
  const states = statesOf(context, actor, sheet);
  const subject = subjectOf(context, sheet.kind, sheet.subjectKey);
  const link = deepLink(context, subject?.path ?? '/');
  const recordedAt = recordedBy(sheet);
  return {
    ...sheetRow(context, actor, sheet, states),
    people: [...states]
      .map(([personId, state]) => {
        const tick = signatureOf(sheet, personId);
        const person = personRef(context, personId);
        return { person, state, ...(tick ? { by: personRef(context, tick.by), at: tick.at } : {}) };
      })
      .sort((one, other) => compareDanish(one.person.name, other.person.name)),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    held: sheet.heldOn <= todayOf(context.clock),
    organisation: context.organisation.name,
    text: subject?.text ?? '',
    ...(subject?.fileName === undefined ? {} : { fileName: subject.fileName }),
    link,
    qr: qrOf(link),
    abilities: { tick: [...states.keys()].some((personId) => mayTick(context, actor, personId)) },
    freshness: freshnessOf(context, ...lists),
  };
}

/** The QR code as one path. */
function qrOf(link: string): SheetView['qr'] {
  const { data, size } = encode(link, { ecc: 'M' });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}

/** The reader's people who owe it, those not reached by Teams first. Throws AppError forbidden. From memory. */
export function peopleToSign(
  context: Context,
  actor: Actor,
  { kind, subjectKey, centreId }: { kind: SignedKind; subjectKey: string; centreId?: string | undefined },
): AnswerTo<'GET /api/sign-sheet-people'> {
  if (centreId !== undefined && !seesSignedOf(actor)(centreId as CentreId)) throw forbidden('signSheets.notYourPeople');
  const reasonOf = unreachableReasons(context);
  const owing = whoOwesSignature(context, actor, kind, subjectKey);
  const people = owing.flatMap((personId) => {
    const own = findPerson(context, personId)?.centreId;
    if (centreId !== undefined && own !== centreId) return [];
    const reason = reasonOf(personId);
    return [
      {
        ...personRef(context, personId),
        ...(own === undefined ? {} : { centreId: own }),
        ...(reason === undefined ? {} : { reason }),
      },
    ];
  });
  const isReached = ({ reason }: { reason?: string }) => Number(reason === undefined);
  people.sort((one, other) => isReached(one) - isReached(other) || compareDanish(one.name, other.name));
  const seen = new Set(owing.map((personId) => findPerson(context, personId)?.centreId));
  return {
    people: people.slice(0, mostShown),
    centres: centres(context).flatMap(({ key, title }) =>
      [...seen].some((id) => id === key) ? [{ id: key, title }] : [],
    ),
    most: mostOnSheet,
    today: todayOf(context.clock),
    freshness: freshnessOf(context, ...lists),
  };
}
/** Most names on a page; a centre has fewer. */
const mostShown = 1_000;
