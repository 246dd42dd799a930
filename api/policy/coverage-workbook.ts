import type { Context, Translate } from '../context.ts';
import type { FileAnswer } from '../http/route.ts';
import { localDate, missing, type Actor, type PersonId } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import { policyCoverage, type Share } from './coverage.ts';
import { policyDueDays } from './obligations.ts';
import { deliveryStates, peopleSeen } from './people-missing.ts';
import { maySeeEverybody, maySeePeopleOf } from './permissions.ts';
import type { CentreId } from '../kernel/index.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { receiptNote } from './receipt-note.ts';
import { validReceipts } from './receipts.ts';
import { workbook, type Sheet } from '../workbook/index.ts';

type Row = Sheet['rows'][number];

const header = (texts: Translate, ...keys: string[]): Row => keys.map((key) => texts(`documents.coverage.${key}`));

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
  const sheet = (name: string, rows: Row[], widths: number[]): Sheet => ({
    name: texts(`documents.coverage.${name}`),
    rows,
    widths,
  });
  return workbook(texts('documents.coverage.fileName', { number: version.number }), [
    sheet('centresSheet', centres, [44, 14, 14, 14, 14, 18]),
    sheet('peopleSheet', people, [32, 32, 44, 14, 16, 20, 14, 18, 40]),
  ]);
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
  const line = (name: string, { people, acknowledged, missing: without, percent }: Share, previous?: number): Row => [
    name,
    people,
    acknowledged,
    without,
    percent,
    previous ?? '',
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
  const dueOf = policyDueDays(context, version);
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
      dueOf(person),
      receipt ? say('channel', receipt.channel) : say('delivery', states(person.key as PersonId).delivery),
      receipt ? (note(receipt).note ?? '') : '',
    ];
  });
  const head = ['name', 'jobTitle', 'centre', 'hiredOn', 'outcome', 'at', 'due', 'how', 'note'];
  return [header(texts, ...head), ...rows];
}
