import type { Context, Translate } from '../context.ts';
import type { FileAnswer } from '../http/route.ts';
import { forbidden, localDate, missing, type Actor, type PersonId } from '../kernel/index.ts';
import { centreRef, employeeCentres } from '../organisation/index.ts';
import { policyCoverage, type Share } from './coverage.ts';
import { policyDueDays } from './obligations.ts';
import { deliveryStates, peopleSeen } from './people-missing.ts';
import { maySeeCoverage, maySeeNumbersOf, maySeePeopleOf } from './permissions.ts';
import type { CentreId } from '../kernel/index.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { receiptNote } from './receipt-note.ts';
import { validReceipts } from './receipts.ts';
import { rowsOf, workbook, type Row, type Sheet } from '../workbook/index.ts';

const header = (texts: Translate, ...keys: string[]): Row => keys.map((key) => texts(`documents.coverage.${key}`));

/**
 * The coverage of a version as an Excel workbook in the actor's language: one sheet by centre and, for whoever may see people,
 * one with them. Throws AppError: missing for a draft, forbidden for a centre outside the actor's reach.
 */
export async function coverageWorkbook(
  context: Context,
  actor: Actor,
  version: PolicyVersion,
  query: { centreId?: string | undefined },
): Promise<FileAnswer> {
  const texts = context.texts(actor.language);
  const own = query.centreId === undefined ? undefined : centreOf(query.centreId);
  if (query.centreId === undefined ? !maySeeCoverage(actor) : !maySeeNumbersOf(actor, own))
    throw forbidden('policy.mayNotSeePeople');
  const centres = centresSheet(context, actor, version, query, texts);
  const sheet = (name: string, rows: Iterable<Row>, widths: number[]): Sheet => ({
    name: texts(`documents.coverage.${name}`),
    rows,
    widths,
  });
  return workbook(texts('documents.coverage.fileName', { number: version.number }), [
    sheet('centresSheet', centres, [44, 14, 14, 14, 14, 18]),
    ...(namesSomebody(actor, query.centreId)
      ? [sheet('peopleSheet', peopleSheet(context, actor, version, query, texts), [32, 32, 44, 14, 16, 20, 14, 18, 40])]
      : []),
  ]);
}

const centreOf = (asked: string): CentreId | undefined => (asked === 'none' ? undefined : (asked as CentreId));
/** Whoever sees the people of no centre asked for gets the numbers alone. */
const namesSomebody = (actor: Actor, centreId: string | undefined): boolean =>
  centreId === undefined ? employeeCentres(actor)?.length !== 0 : maySeePeopleOf(actor, centreOf(centreId));

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
      maySeeNumbersOf(actor, centre?.id as CentreId | undefined) &&
      (centreId === undefined || (centre?.id ?? 'none') === centreId),
  );
  const line = (name: string, { people, acknowledged, missing: without, percent }: Share, previous?: number): Row => [
    name,
    people,
    acknowledged,
    without,
    percent,
    previous ?? '',
  ];
  const whole = centreId === undefined && maySeeNumbersOf(actor, undefined);
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
): Iterable<Row> {
  const receiptOf = validReceipts(context, version);
  const note = receiptNote(context, actor.language);
  const states = deliveryStates(context, version.key);
  const dueOf = policyDueDays(context, version);
  const say = (group: string, code: string) => texts(`documents.${group}.${code}`);
  const head = ['name', 'jobTitle', 'centre', 'hiredOn', 'outcome', 'at', 'due', 'how', 'note'];
  const seen = peopleSeen(context, actor, version, query);
  return rowsOf(header(texts, ...head), seen, ({ person, centreId }) => {
    const receipt = receiptOf(person.key as PersonId);
    return [
      person.title,
      person.jobTitle ?? '',
      centreRef(context, centreId)?.title ?? texts('documents.coverage.noCentre'),
      person.hiredOn ?? '',
      say('outcome', receipt?.outcome ?? 'missing'),
      receipt ? localDate(receipt.at) : '',
      dueOf(person),
      receipt ? say('channel', receipt.channel) : say('delivery', states(person.key as PersonId).delivery),
      receipt ? (note(receipt).note ?? '') : '',
    ];
  });
}
