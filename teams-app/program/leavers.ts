import type { Context } from '../../api/context.ts';
import type { LocalDate } from '../../api/kernel/index.ts';
import { People } from '../../api/organisation/index.ts';

/** People who left before a day, by their key. */
export const leavers = (context: Context, before: LocalDate): ReadonlyMap<string, LocalDate> =>
  new Map(
    context
      .list(People)
      .all()
      .flatMap(({ key, leftOn }): [string, LocalDate][] =>
        leftOn !== undefined && leftOn < before ? [[key, leftOn]] : [],
      ),
  );
