import { acknowledgementKey, giveReceipt } from '../acknowledgements/index.ts';
import { recordAct } from '../audit/index.ts';
import { CourseRounds, recordCompletions } from '../awareness/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { inParallel, nowOf, type Actor, type PersonId } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { Lane, Stored } from '../sharepoint/index.ts';
import { finalBefore, signedAt, toRecord } from './sheet.ts';
import { SignSheets, type SignSheet, type Tick } from './sheet-list.ts';
import { mayTick, visibleSheet } from './tick-people.ts';

/** Receipts written at once. */
const together = 4;

/**
 * Creates receipts of ticks that the actor may record: like each person's press, with recorder and sheet. Idempotent. 4
 * resource units a person. Throws AppError: missing, unavailable: earlier writes stay, and the next press or the job
 * completes the rest.
 */
export async function recordSigned(context: Context, actor: Actor, sheetKey: string): Promise<void> {
  const sheet = visibleSheet(context, actor, sheetKey);
  await recordTicks(
    context,
    sheet,
    toRecord(sheet).filter(({ person }) => mayTick(context, actor, person)),
    'interactive',
  );
}

/** Creates receipts of final ticks. Free when complete. */
export async function continueSignSheets(context: Context): Promise<void> {
  const each = eachItem(context, 'signSheets');
  const final = finalBefore(nowOf(context.clock));
  await each.of(context.list(SignSheets).all(), async (sheet) => {
    const ticks = toRecord(sheet, final);
    if (ticks.length > 0) await recordTicks(context, sheet, ticks, 'background');
  });
  each.end();
}

async function recordTicks(
  context: Context,
  sheet: Stored<SignSheet>,
  ticks: readonly Tick[],
  lane: Lane,
): Promise<void> {
  await inParallel(together, ticks, (tick) => recordOne(context, sheet, tick, lane));
  const written = new Set(ticks.map(({ person }) => person));
  const recordedAt = nowOf(context.clock);
  await context.list(SignSheets).update(
    sheet.key,
    (current) => {
      const isNew = ({ person, recordedAt: before }: Tick) => before === undefined && written.has(person);
      if (!current.ticks.some(isNew)) return undefined;
      return { ticks: current.ticks.map((tick) => (isNew(tick) ? { ...tick, recordedAt } : tick)) };
    },
    lane,
  );
}

async function recordOne(context: Context, sheet: Stored<SignSheet>, tick: Tick, lane: Lane): Promise<void> {
  const { kind, subjectKey, heldOn } = sheet;
  const personId = tick.person as PersonId;
  const by = tick.by as PersonId;
  const person = findPerson(context, personId);
  if (kind === 'takeCourse') {
    const courseKey = context.list(CourseRounds).get(subjectKey)?.courseKey;
    if (courseKey === undefined) return;
    const note = noteOf(context, sheet);
    await recordCompletions(context, by, [{ personId, courseKey, completedOn: heldOn, source: 'manager', note }], {
      lane,
    });
  } else
    await giveReceipt(context, {
      key: acknowledgementKey(subjectKey, personId),
      title: person?.title ?? '',
      versionKey: subjectKey,
      personId,
      outcome: 'acknowledged',
      channel: 'signature',
      contentHash: sheet.contentHash,
      recordedBy: by,
      ...(person?.centreId === undefined ? {} : { centreId: person.centreId }),
      at: signedAt(heldOn, tick),
      note: noteOf(context, sheet),
    });
  await recordAct(context, {
    act: 'recordSigned',
    subjectKey: sheet.key,
    occasion: personId,
    actorId: by,
    at: nowOf(context.clock),
    details: { personId, kind, about: subjectKey, heldOn },
  });
}

/** The receipt's note, in the municipality's language. */
const noteOf = (context: Context, { way, heldOn }: Pick<SignSheet, 'way' | 'heldOn'>): string =>
  context.texts('da')(`documents.receipt.signed.${way}`, { day: heldOn.split('-').reverse().join('.') });
