import { approvalSummary, isInForce, isOpenToChange, type PaperNow, type VersionNow } from '../approvals/index.ts';
import type { FileView } from '../approvals/contract.ts';
import type { Context } from '../context.ts';
import { frozenDownload, type ProvenFile } from '../files/index.ts';
import type { FileAnswer } from '../http/route.ts';
import { AppError } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { DocumentRecord, Refusals, VersionRecord } from './document-declaration.ts';

type Now<V extends VersionRecord> = VersionNow<Stored<V>>;

/** When it is to be reviewed: only while in force. */
export const reviewDay = <V extends VersionRecord>({ state, reviewOn }: Pick<Now<V>, 'state' | 'reviewOn'>) =>
  isInForce(state) ? reviewOn : undefined;

/** Fields common to all kinds' versions. Its approval is for its writers or those who see everything. */
export function versionFacts<V extends VersionRecord>(
  context: Context,
  { version, state, requests, validFrom, ...dates }: Now<V>,
  withApproval: boolean,
) {
  const reviewOn = reviewDay({ state, ...dates });
  const { key, number, title, summary, reviewMonths, madeBy, madeAt, changedBy, changedAt } = version;
  const [latest] = requests;
  return {
    key,
    number,
    state,
    title,
    summary,
    reviewMonths,
    madeBy: personRef(context, changedBy ?? madeBy),
    changedAt: changedAt ?? madeAt,
    ...(withApproval && latest ? { approval: approvalSummary(context, latest) } : {}),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  };
}

/** A document's versions, for selection. */
export const versionRows = <V extends VersionRecord>(versions: readonly Now<V>[]) =>
  versions.map(({ version, state, validFrom }) => ({
    key: version.key,
    number: version.number,
    state,
    title: version.title,
    ...(validFrom === undefined ? {} : { validFrom }),
  }));

export const retirementView = (context: Context, { retiredAt, retiredBy, retiredReason }: DocumentRecord) =>
  retiredAt !== undefined && retiredBy !== undefined
    ? { retired: { at: retiredAt, by: personRef(context, retiredBy), reason: retiredReason ?? '' } }
    : {};

/** What a writer of a document may do now. `isComplete`: the draft may be submitted. */
export function writerAbilities<V>(
  { current, coming }: PaperNow<V>,
  { writes, isComplete }: { writes: boolean; isComplete: (draft: V) => boolean },
) {
  const isWaiting = coming?.state === 'waiting';
  const isSettled = current !== undefined && !current.renewing && !isWaiting;
  return {
    edit: writes && !isWaiting,
    submit:
      writes &&
      !current?.renewing &&
      coming !== undefined &&
      isOpenToChange(coming.state) &&
      isComplete(coming.version),
    discard: writes && coming !== undefined && !isWaiting,
    renew: writes && isSettled,
    retire: writes && isSettled,
  };
}

export const fileView = ({ name, size, type, hash }: ProvenFile): FileView => ({ name, size, type, hash });

/**
 * A file of a version, byte for byte. 1 resource unit. Throws AppError `fileChanged` on a hash mismatch, unavailable.
 */
export async function versionFile(
  context: Context,
  file: ProvenFile,
  { fileChanged }: Pick<Refusals, 'fileChanged'>,
): Promise<FileAnswer> {
  try {
    return await frozenDownload(context, file);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'files.changed') throw fileChanged();
    throw thrown;
  }
}
