import { AuditEntries } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { leaveSubjectsOf, toldOfLeave } from '../../api/obligations/index.ts';
import { createCardFollower, editMade, type CardFollower, type EditCard } from '../sending/index.ts';
import { leaveCardFor } from './leave-card.ts';

const acts: ReadonlySet<string> = new Set(['recordAbsence', 'endAbsence']);

/** After leave is ended or recorded again, updates the cards of the person and the stand-in. */
export const createLeaveFollower = (context: Context, editCard: EditCard): CardFollower =>
  createCardFollower({
    context,
    name: 'leave-acts',
    list: AuditEntries,
    run: async ({ title, subjectKey: person }) => {
      if (!acts.has(title)) return;
      const personId = person as PersonId;
      for (const subjectKey of leaveSubjectsOf(context, personId))
        for (const reader of toldOfLeave(context, subjectKey))
          await editMade(editCard, subjectKey, reader, () => leaveCardFor(context, subjectKey, reader));
    },
  });
