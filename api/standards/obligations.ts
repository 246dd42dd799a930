import type { Context } from '../context.ts';
import { addDays, stableKey, type LocalDate, type Responsible, type SharedWork } from '../kernel/index.ts';
import type { SharedSource } from '../obligations/index.ts';
import { controlPath, reviewOnOf } from './controls.ts';
import { Controls, type Control } from './standard-list.ts';
import { reviewLead } from './standard-views.ts';

/** The owner; else the centre's ISK; else the security team. */
function responsibleFor({ ownerId, centreId }: Control): Responsible {
  const keeps: Responsible = centreId === undefined ? { role: 'securityTeam' } : { role: 'coordinator', centreId };
  return ownerId === undefined ? keeps : { personId: ownerId, ...keeps };
}

/** Control reviews: from 30 days before until assessed (R2, R3). */
function reviews(context: Context, today: LocalDate): SharedWork[] {
  return context
    .list(Controls)
    .all()
    .flatMap((control): SharedWork[] => {
      const due = reviewOnOf(control);
      const since = due && addDays(due, -reviewLead);
      if (due === undefined || since === undefined || since > today) return [];
      const { key, title, centreId } = control;
      return [
        {
          key: stableKey('reviewControl', key, due),
          kind: 'reviewControl',
          state: 'open',
          subject: { key, title },
          due,
          since,
          path: controlPath(key),
          ...(centreId === undefined ? {} : { centreId }),
          responsible: responsibleFor(control),
        },
      ];
    });
}

export const reviewControlSource: SharedSource = { kinds: ['reviewControl'], lists: [Controls], work: reviews };
