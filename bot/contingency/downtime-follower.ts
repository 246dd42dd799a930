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
import { createCardFollower, type CardFollower, type ChatMessage, type EditCard } from '../sending/index.ts';
import { downtimeCardFor } from './downtime-card.ts';
import { limitAlarmCardFor } from './limit-alarm-card.ts';

/** Including those being sent to: a card just sent is not yet stored. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);
/** Concurrent edits; the gate sets the pace. */
const together = 8;
/** Cards whose content is known: others get one redundant edit. */
const mostKnown = 20_000;

/** Acts that change a closed card; the log is in the tab. */
const acts: ReadonlySet<string> = new Set(['changeDowntime', 'closeDowntime', 'correctDowntime', 'cancelDowntime']);

/** Sources of a running downtime's card. */
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

/** Every card about a downtime in a chat: of the downtime itself, and of its limit alarms. */
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
 * Updates everybody’s card when a downtime is corrected, closed or cancelled. Acts are detected from the audit trail,
 * which is complete after a crash too. While it runs, a card is also updated when a plan, a number or one of the
 * person's own steps changes.
 */
export function createDowntimeFollower(context: Context, editCard: EditCard): CardFollower {
  /** Content of each card, by subject and person. */
  const shown = new Map<string, string>();
  let seen = '';

  async function show({ subjectKey, personId, make }: CardOfDowntime): Promise<void> {
    const message = make();
    const name = `${subjectKey} ${personId}`;
    if (message.gist !== undefined && shown.get(name) === message.gist) return;
    const result = await editCard(subjectKey, personId, message, make);
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

  /** Nothing is rendered until a source of a running downtime's card changes. */
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
