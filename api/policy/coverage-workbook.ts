import type { Context } from '../context.ts';
import type { FileAnswer } from '../http/route.ts';
import { conflict, forbidden, localDate, type Actor, type CentreId, type PersonId } from '../kernel/index.ts';
import { centreRef, employeeCentres } from '../organisation/index.ts';
import { policyCoverage, type Share } from './coverage.ts';
import { policyDueDays } from './obligations.ts';
import { deliveryStates, peopleSeen } from './people-missing.ts';
import { maySeeCoverage, maySeeNumbersOf, maySeePeopleOf } from './permissions.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { receiptNote } from './receipt-note.ts';
import { validReceipts } from './receipts.ts';
import { lazily, sheetOf, workbook, type Sheet } from '../files/workbook/index.ts';
import type { TextsUnder } from '../texts/catalogue.ts';
import { textIfThere } from '../texts/translate.ts';

interface Asked {
  centreId?: string | undefined;
}
interface CentreLine {
  name: string;
  share: Share;
  /** Percent of the last version. */
  before: number | undefined;
}

/**
 * The coverage of a version as an Excel workbook in the actor's language: one sheet by centre and, with access to
 * people, one with them. Throws AppError: missing for a draft, forbidden for a centre outside the actor's access.
 */
export async function coverageWorkbook(
  context: Context,
  actor: Actor,
  version: PolicyVersion,
  query: Asked,
): Promise<FileAnswer> {
  const own = query.centreId === undefined ? undefined : centreOf(query.centreId);
  if (query.centreId === undefined ? !maySeeCoverage(actor) : !maySeeNumbersOf(actor, own))
    throw forbidden('policy.mayNotSeePeople');
  const t = context.texts(actor.language);
  const centres = centresSheet(context, actor, version, query);
  const people = namesSomebody(actor, query.centreId) ? [peopleSheet(context, actor, version, query)] : [];
  return workbook(t('documents.coverage.fileName', { number: version.number }), [centres, ...people]);
}

const centreOf = (asked: string): CentreId | undefined => (asked === 'none' ? undefined : (asked as CentreId));
/** Without access to people of any such centre: numbers alone. */
const namesSomebody = (actor: Actor, centreId: string | undefined): boolean =>
  centreId === undefined ? employeeCentres(actor)?.length !== 0 : maySeePeopleOf(actor, centreOf(centreId));

function centresSheet(context: Context, actor: Actor, version: PolicyVersion, { centreId }: Asked): Sheet {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'documents.coverage'>) => t(`documents.coverage.${key}`);
  const coverage = policyCoverage(context, version.key);
  if (!coverage) throw conflict('policy.noCoverage');
  const lines = coverage.centres
    .filter(
      ({ centre }) =>
        maySeeNumbersOf(actor, centre?.id as CentreId | undefined) &&
        (centreId === undefined || (centre?.id ?? 'none') === centreId),
    )
    .map((row): CentreLine => ({
      name: row.centre?.title ?? say('noCentre'),
      share: row,
      before: row.previousPercent,
    }));
  if (centreId === undefined && maySeeNumbersOf(actor, undefined))
    lines.push({ name: say('whole'), share: coverage, before: coverage.previousPercent });
  return sheetOf(say('centresSheet'), lines, [
    [say('centre'), 44, ({ name }) => name],
    [say('people'), 14, ({ share }) => share.people],
    [say('acknowledged'), 14, ({ share }) => share.acknowledged],
    [say('missing'), 14, ({ share }) => share.missing],
    [say('percent'), 14, ({ share }) => share.percent],
    [say('previousPercent'), 18, ({ before }) => before],
  ]);
}

function peopleSheet(context: Context, actor: Actor, version: PolicyVersion, query: Asked): Sheet {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'documents.coverage'>) => t(`documents.coverage.${key}`);
  const receiptOf = validReceipts(context, version);
  const note = receiptNote(context, actor.language);
  const states = deliveryStates(context, version.key);
  const dueOf = policyDueDays(context, version);
  const how = (id: PersonId, channel: string | undefined) =>
    channel === undefined
      ? t(`documents.delivery.${states(id).delivery}`)
      : (textIfThere(t, `documents.channel.${channel}`) ?? channel);
  const rows = lazily(peopleSeen(context, actor, version, query), ({ person, centreId }) => {
    const id = person.key as PersonId;
    return { person, centreId, id, receipt: receiptOf(id) };
  });
  return sheetOf(say('peopleSheet'), rows, [
    [say('name'), 32, ({ person }) => person.title],
    [say('jobTitle'), 32, ({ person }) => person.jobTitle],
    [say('centre'), 44, ({ centreId }) => centreRef(context, centreId)?.title ?? say('noCentre')],
    [say('hiredOn'), 14, ({ person }) => person.hiredOn],
    [say('outcome'), 16, ({ receipt }) => t(`documents.outcome.${receipt?.outcome ?? 'missing'}`)],
    [say('at'), 20, ({ receipt }) => receipt && localDate(receipt.at)],
    [say('due'), 14, ({ person }) => dueOf(person)],
    [say('how'), 18, ({ id, receipt }) => how(id, receipt?.channel)],
    [say('note'), 40, ({ receipt }) => receipt && note(receipt).note],
  ]);
}
