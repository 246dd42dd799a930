import writeXlsxFile from 'write-excel-file/node';
import type { Context, Translate } from '../context.ts';
import type { FileAnswer } from '../http/route.ts';
import { localDate, missing, type Actor, type PersonId } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import { policyCoverage, type Share } from './coverage.ts';
import { policyDue } from './obligations.ts';
import { deliveryStates, peopleSeen } from './people-missing.ts';
import { maySeeEverybody, maySeePeopleOf } from './permissions.ts';
import type { CentreId } from '../kernel/index.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { receiptNote } from './receipt-note.ts';
import { validReceipts } from './receipts.ts';

type Cell = { value: string; type: StringConstructor } | { value: number; type: NumberConstructor };
type Row = (Cell & { fontWeight?: 'bold' })[];

/**
 * A text as a text. Excel takes it for nothing else, but whoever saves the sheet as CSV would get a formula out of a
 * name that begins as one, so such a text gets an apostrophe in front.
 */
export const textCell = (value: string): Cell => ({
  value: /^[=+\-@\t\r]/.test(value) ? `'${value}` : value,
  type: String,
});
const number = (value: number): Cell => ({ value, type: Number });
const header = (texts: Translate, ...keys: string[]): Row =>
  keys.map((key) => ({ ...textCell(texts(`documents.coverage.${key}`)), fontWeight: 'bold' as const }));

/**
 * The coverage of a version as an Excel workbook in the actor's language: one sheet by centre, one with the people the
 * actor may see. Throws AppError: missing for a draft, forbidden for a centre outside the actor's reach.
 */
export async function coverageWorkbook(
  context: Context,
  actor: Actor,
  version: PolicyVersion,
  query: { centreId?: string | undefined },
): Promise<FileAnswer> {
  const texts = context.texts(actor.language);
  const people = peopleSheet(context, actor, version, query, texts);
  const centres = centresSheet(context, actor, version, query, texts);
  const sheet = (name: string, data: Row[], widths: number[]) => ({
    sheet: texts(`documents.coverage.${name}`),
    data,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  });
  const bytes = await writeXlsxFile([
    sheet('centresSheet', centres, [44, 14, 14, 14, 14, 18]),
    sheet('peopleSheet', people, [32, 32, 44, 14, 16, 20, 14, 18, 40]),
  ]).toBuffer();
  const file = texts('documents.coverage.fileName', { number: version.number });
  return { fileName: `${file.replace(/[^\p{L}\p{N}. -]/gu, '')}.xlsx`, bytes };
}

function centresSheet(
  context: Context,
  actor: Actor,
  version: PolicyVersion,
  { centreId }: { centreId?: string | undefined },
  texts: Translate,
): Row[] {
  const coverage = policyCoverage(context, version.key);
  if (!coverage) throw missing('policy.noCoverage');
  const rows = coverage.centres.filter(
    ({ centre }) =>
      maySeePeopleOf(actor, centre?.id as CentreId | undefined) &&
      (centreId === undefined || (centre?.id ?? 'none') === centreId),
  );
  const line = (name: string, share: Share, previous?: number): Row => [
    textCell(name),
    number(share.people),
    number(share.acknowledged),
    number(share.missing),
    number(share.percent),
    previous === undefined ? textCell('') : number(previous),
  ];
  const whole = centreId === undefined && maySeeEverybody(actor);
  return [
    header(texts, 'centre', 'people', 'acknowledged', 'missing', 'percent', 'previousPercent'),
    ...rows.map((row) => line(row.centre?.title ?? texts('documents.coverage.noCentre'), row, row.previousPercent)),
    ...(whole ? [line(texts('documents.coverage.whole'), coverage)] : []),
  ];
}

function peopleSheet(
  context: Context,
  actor: Actor,
  version: PolicyVersion,
  query: { centreId?: string | undefined },
  texts: Translate,
): Row[] {
  const receiptOf = validReceipts(context, version);
  const note = receiptNote(context, actor.language);
  const states = deliveryStates(context, version.key);
  const say = (group: string, code: string) => texts(`documents.${group}.${code}`);
  const rows = peopleSeen(context, actor, version, query).map(({ person, centreId }): Row => {
    const receipt = receiptOf(person.key as PersonId);
    return [
      person.title,
      person.jobTitle ?? '',
      centreRef(context, centreId)?.title ?? texts('documents.coverage.noCentre'),
      person.hiredOn ?? '',
      say('outcome', receipt?.outcome ?? 'missing'),
      receipt ? localDate(receipt.at) : '',
      policyDue(context, version, person),
      receipt ? say('channel', receipt.channel) : say('delivery', states(person.key as PersonId).delivery),
      receipt ? (note(receipt).note ?? '') : '',
    ].map(textCell);
  });
  const head = ['name', 'jobTitle', 'centre', 'hiredOn', 'outcome', 'at', 'due', 'how', 'note'];
  return [header(texts, ...head), ...rows];
}
