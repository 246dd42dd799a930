import { AuditEntries } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import { campaignsAbout, blocksOf, type RecipientState } from '../../api/deliveries/index.ts';
import { findIncident, receiptSubject } from '../../api/incidents/index.ts';
import { createCardFollower, editMade, type CardFollower, type EditCard } from '../sending/index.ts';
import { incidentCardFor } from './alarm-card.ts';
import { incidentReceiptCardFor } from './receipt-card.ts';

/** Including recipients in flight: a message just sent is not recorded yet. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);
const acts: ReadonlySet<string> = new Set(['takeIncident', 'closeIncident']);

/** After a take-over or closing anywhere, updates all informed people's cards, and the reporter's receipt. */
export const createIncidentFollower = (context: Context, editCard: EditCard): CardFollower =>
  createCardFollower({
    context,
    name: 'incident-acts',
    list: AuditEntries,
    run: async ({ title, subjectKey }) => {
      const incident = acts.has(title) ? findIncident(context, subjectKey) : undefined;
      if (!incident) return;
      const told = campaignsAbout(context, subjectKey)
        .flatMap(({ key }) => blocksOf(context, key))
        .flatMap(({ recipients }) => recipients)
        .filter(({ state }) => mayHaveIt.has(state));
      for (const { person } of told)
        await editMade(editCard, subjectKey, person, () => incidentCardFor(context, subjectKey, person));
      const { reportedBy } = incident;
      const receipt = receiptSubject(subjectKey);
      await editMade(editCard, receipt, reportedBy, () => incidentReceiptCardFor(context, receipt, reportedBy));
    },
  });
