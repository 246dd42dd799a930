import { AuditEntries } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import { downtimeCampaignKey, Downtimes } from '../../api/contingency/index.ts';
import { blocksOf, type RecipientState } from '../../api/deliveries/index.ts';
import { inParallel } from '../../api/kernel/index.ts';
import { createCardFollower, type CardFollower, type Sending } from '../sending/index.ts';
import { downtimeCardFor } from './downtime-card.ts';

/** Also those who are being sent to: what left a moment ago is not written down yet. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);
/** Edits under way at once; the gate decides how fast they go. */
const together = 8;

/** What changes in a card; the log stands in the tab. */
const acts: ReadonlySet<string> = new Set(['changeDowntime', 'closeDowntime', 'cancelDowntime']);

/**
 * When a downtime is corrected, is over or was a false alarm, everybody’s card shows it. Acts are known by the audit
 * trail, which is complete after a crash too.
 */
export const createDowntimeFollower = (context: Context, editCard: Sending['editCard']): CardFollower =>
  createCardFollower({
    context,
    name: 'downtime-acts',
    list: AuditEntries,
    run: async ({ title, subjectKey }) => {
      if (!acts.has(title) || !context.list(Downtimes).get(subjectKey)) return;
      const people = blocksOf(context, downtimeCampaignKey(subjectKey)).flatMap(({ recipients }) =>
        recipients.filter(({ state }) => mayHaveIt.has(state)).map(({ person }) => person),
      );
      await inParallel(together, people, async (personId) => {
        await editCard(subjectKey, personId, downtimeCardFor(context, subjectKey, personId));
      });
    },
  });
