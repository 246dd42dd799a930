import type { FrozenFile } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { missing, stableKey, type LocalDate, type PersonId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { CouncilOrientations, type CouncilOrientation } from './orientation-list.ts';

export const orientationPath = '/organisation/orientation';
export const orientationKey = (number: number): string => stableKey('orientation', String(number));

/** One that was sent: with the day, who sent it, and the document. */
export interface SentRecord {
  record: Stored<CouncilOrientation>;
  sentOn: LocalDate;
  sentBy: PersonId;
  file: FrozenFile;
}
function asSent(record: Stored<CouncilOrientation>): SentRecord | undefined {
  const { state, sentOn, sentBy, file } = record;
  if (state !== 'sent' || sentOn === undefined || sentBy === undefined || !file) return undefined;
  return { record, sentOn, sentBy, file };
}

/** Those that were sent, the latest first. From memory. */
export const sentOrientations = (context: Context): SentRecord[] =>
  context
    .list(CouncilOrientations)
    .all()
    .flatMap((record) => asSent(record) ?? [])
    .sort((one, other) => other.record.number - one.record.number);

/** The one that collects now; absent until somebody adds to it. */
export const collecting = (context: Context): Stored<CouncilOrientation> | undefined =>
  context
    .list(CouncilOrientations)
    .all()
    .find(({ state }) => state === 'collecting');

/** The number of the one that collects, or of the next. */
export const numberNow = (context: Context): number =>
  collecting(context)?.number ??
  1 +
    context
      .list(CouncilOrientations)
      .all()
      .reduce((most, { number }) => Math.max(most, number), 0);

/** Throws AppError missing `governance.noSuchOrientation`. */
export function sentOrThrow(context: Context, key: string): SentRecord {
  const record = context.list(CouncilOrientations).get(key);
  const found = record && asSent(record);
  if (!found) throw missing('governance.noSuchOrientation');
  return found;
}

/** Each as something that was done: on which day, by which text it is called, and where it can be read. */
export const orientationsSent = (context: Context) =>
  sentOrientations(context).map(({ record: { number }, sentOn }) => ({
    on: sentOn,
    title: { text: 'governanceDocuments.orientation.name' as const, values: { number } },
    path: orientationPath,
  }));
