import { AuditEntries } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import { ApprovalRequests } from '../../api/approvals/index.ts';
import { Assets } from '../../api/assets/index.ts';
import {
  alarmsOf,
  ContingencyLog,
  ContingencyPlans,
  ContingencyPlanVersions,
  downtimeCampaignKey,
  Downtimes,
  runningDowntimes,
} from '../../api/contingency/index.ts';
import { CriticalServices } from '../../api/critical-services/index.ts';
import { blocksOf, type RecipientState } from '../../api/deliveries/index.ts';
import { asAppError, inParallel, type PersonId } from '../../api/kernel/index.ts';
import { People } from '../../api/organisation/index.ts';
import type { ListDefinition } from '../../api/sharepoint/index.ts';
import { createCardFollower, type CardFollower, type ChatMessage, type Sending } from '../sending/index.ts';
import { downtimeCardFor } from './downtime-card.ts';
import { limitAlarmCardFor } from './limit-alarm-card.ts';

/** Also those who are being sent to: what left a moment ago is not written down yet. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);
/** Edits under way at once; the gate decides how fast they go. */
const together = 8;
/** Cards of which is known what they show: the others are edited once more than they need. */
const mostKnown = 20_000;

/** What changes in a card that is over; the log stands in the tab. */
const acts: ReadonlySet<string> = new Set(['changeDowntime', 'closeDowntime', 'cancelDowntime']);

/** What the card of a running downtime is made from. */
const sources: readonly ListDefinition<{ key: string }>[] = [
  Downtimes,
  ContingencyLog,
  ContingencyPlans,
  ContingencyPlanVersions,
  ApprovalRequests,
  Assets,
  CriticalServices,
  People,
];

interface CardOfDowntime {
  subjectKey: string;
  personId: PersonId;
  make(): ChatMessage;
}

/** Every card about a downtime that stands in a chat: of the downtime itself, and of its accepted time. */
function cardsOf(context: Context, downtimeKey: string): CardOfDowntime[] {
  const of = (campaignKey: string, subjectKey: string, cardFor: typeof downtimeCardFor): CardOfDowntime[] =>
    blocksOf(context, campaignKey).flatMap(({ recipients }) =>
      recipients
        .filter(({ state }) => mayHaveIt.has(state))
        .map(({ person }) => ({
          subjectKey,
          personId: person,
          make: () => cardFor(context, subjectKey, person),
        })),
    );
  return [
    ...of(downtimeCampaignKey(downtimeKey), downtimeKey, downtimeCardFor),
    ...alarmsOf(context, downtimeKey).flatMap(({ key, subjectKey }) => of(key, subjectKey, limitAlarmCardFor)),
  ];
}

/**
 * When a downtime is corrected, is over or was a false alarm, everybody’s card shows it. Acts are known by the audit trail,
 * which is complete after a crash too. While it runs, a card is also written anew when a plan, a number or one of the
 * person's own steps has changed.
 */
export function createDowntimeFollower(context: Context, editCard: Sending['editCard']): CardFollower {
  /** What each card shows, by subject and person. */
  const shown = new Map<string, string>();
  let seen = '';

  async function show({ subjectKey, personId, make }: CardOfDowntime): Promise<void> {
    const message = make();
    const name = `${subjectKey} ${personId}`;
    if (message.gist !== undefined && shown.get(name) === message.gist) return;
    const result = await editCard(subjectKey, personId, message);
    if (shown.size >= mostKnown) shown.clear();
    if (message.gist !== undefined && (result === 'edited' || result === 'gone')) shown.set(name, message.gist);
  }
  const showAll = (downtimeKey: string) => inParallel(together, cardsOf(context, downtimeKey), show);

  const follower = createCardFollower({
    context,
    name: 'downtime-acts',
    list: AuditEntries,
    run: async ({ title, subjectKey }) => {
      if (acts.has(title) && context.list(Downtimes).get(subjectKey)) await showAll(subjectKey);
    },
  });

  /** Nothing is made while nothing has changed that could stand on a card of what is down now. */
  async function refresh(): Promise<void> {
    const running = runningDowntimes(context);
    if (running.length === 0) return;
    const alarms = running.map(({ key }) => alarmsOf(context, key).length);
    const now = [...sources.map((list) => context.list(list).version), ...alarms].join(' ');
    if (now === seen) return;
    for (const { key } of running) await showAll(key);
    seen = now;
  }

  return {
    ...follower,
    process: async () => {
      await follower.process();
      try {
        await refresh();
      } catch (thrown) {
        context.log.warn({ code: asAppError(thrown).code }, 'cards of a downtime not brought up to date, tried again');
      }
    },
  };
}
