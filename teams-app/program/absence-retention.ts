import type { PersonId } from '../../api/kernel/index.ts';
import { mostLeaveDays, People } from '../../api/organisation/index.ts';
import { retentionRow, type RetentionRow } from '../../api/retention/index.ts';

const noAbsence = {
  absentFrom: undefined,
  absentTo: undefined,
  standInId: undefined,
  absenceBy: undefined,
  absenceAt: undefined,
};

/** The recorded leave of a person, and the one before it, each by its last day. */
export const absenceRetention: RetentionRow = retentionRow({
  kind: 'absences',
  usualDays: 730,
  leastDays: mostLeaveDays,
  lists: [People],
  due: (context, before) =>
    context
      .list(People)
      .all()
      .flatMap(({ key, absentFrom, absentTo, earlierTo }) => {
        const last = absentFrom === undefined ? undefined : absentTo;
        const day = [earlierTo, last].find((one) => one !== undefined && one < before);
        return day === undefined ? [] : [{ key, day, about: { personId: key as PersonId }, records: 1 }];
      }),
  expire: (context, { key, day }) =>
    context.list(People).update(
      key,
      // A person on leave again has other data.
      ({ absentTo, earlierTo }) => {
        const earlier = earlierTo === day ? { earlierFrom: undefined, earlierTo: undefined } : undefined;
        return absentTo === day ? { ...noAbsence, ...earlier } : earlier;
      },
      'background',
    ),
});
