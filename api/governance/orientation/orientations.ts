import type { FrozenFile } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { missing, stableKey, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { nextFree, type Stored } from '../../sharepoint/index.ts';
import { CouncilOrientations, type CouncilOrientation } from './orientation-list.ts';

const orientationPath = '/organisation/orientation';
export const orientationKey = (number: number): string => stableKey('orientation', String(number));

/** A sent one: with date, sender, and document. */
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

/** Sent ones, latest first. From memory. */
export const sentOrientations = (context: Context): SentRecord[] =>
  context
    .list(CouncilOrientations)
    .all()
    .flatMap((record) => asSent(record) ?? [])
    .sort((one, other) => other.record.number - one.record.number);

/** The collecting one; absent until the first subject. */
export const collecting = (context: Context): Stored<CouncilOrientation> | undefined =>
  context
    .list(CouncilOrientations)
    .all()
    .find(({ state }) => state === 'collecting');

/** Number of the present, or next, one. */
export function numberNow(context: Context): number {
  const now = collecting(context);
  if (now) return now.number;
  const list = context.list(CouncilOrientations);
  return nextFree(
    list,
    orientationKey,
    list.all().map(({ number }) => number),
  );
}

/** Throws AppError missing `governance.noSuchOrientation`. */
export function sentOrThrow(context: Context, key: string): SentRecord {
  const record = context.list(CouncilOrientations).get(key);
  const found = record && asSent(record);
  if (!found) throw missing('governance.noSuchOrientation');
  return found;
}

/** Each as evidence: date, text key, and page. */
export const orientationsSent = (context: Context) =>
  sentOrientations(context).map(({ record: { number }, sentOn }) => ({
    on: sentOn,
    title: { text: 'governanceDocuments.orientation.name' as const, values: { number } },
    path: orientationPath,
  }));
