import type { Context } from '../context.ts';
import { asAppError } from '../kernel/index.ts';
import { ClosedMonths } from './closed-month-list.ts';
import { isDamage, noteState, openKept } from './open-file.ts';

/** Files checked in one run of the job. */
const each = 4;

/**
 * Reads the files checked least recently and compares their hashes, so that a deleted or changed one is found while
 * SharePoint has it in the recycle bin. 3 resource units a file. Throws AppError `unavailable`.
 */
export async function checkFiles(context: Context, count = each): Promise<void> {
  const files = context
    .list(ClosedMonths)
    .all()
    .filter(({ expiredAt }) => expiredAt === undefined)
    .toSorted((one, other) => (one.checkedAt ?? '').localeCompare(other.checkedAt ?? ''))
    .slice(0, count);
  for (const file of files)
    try {
      await openKept(context, file, { namesOnly: true }, 'background');
      await noteState(context, file.key, undefined);
    } catch (thrown) {
      const { code } = asAppError(thrown);
      if (!isDamage(code)) throw thrown;
      // Known to be damaged: it has had its turn, and the others have theirs.
      if (file.problem === code) await noteState(context, file.key, code);
    }
}
