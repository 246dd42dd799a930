import type { Context } from '../context.ts';
import type { Instant, PersonId } from '../kernel/index.ts';
import type { Campaign } from './delivery-lists.ts';

/** A card that another takes the place of, by its activity id. */
export interface Replaced {
  subjectKey: string;
  activity: string;
  how: 'rewritten' | 'retired';
}

type When = 'working' | 'always' | 'itself';

/**
 * When the cards of a kind leave, and why. `working`: 8 to 16 on working days, Danish time; what comes about outside of
 * them waits, and is not sent when it is over by then. `always`: at any hour; docs/operating.md names it. `itself`: the kind
 * answers for its hours in `audience` and `recheck`.
 */
export interface Hours {
  readonly when: When | ((context: Context, campaign: Pick<Campaign, 'subjectKey' | 'state'>) => When);
  readonly because: string;
  /** Nothing leaves before, where a moment was chosen. People join in the working hours of that day. */
  from?(context: Context, campaign: Pick<Campaign, 'subjectKey' | 'state'>): Instant | undefined;
}

/**
 * What a campaign is about, as far as sending needs to know. A feature declares one and hands it over; deliveries know
 * no subject. All functions read the mirror only and are cheap: they are asked for every recipient.
 */
export interface CampaignKind {
  /** Stands in `Campaigns.kind`, e.g. `policy`. */
  readonly kind: string;
  /**
   * Everybody the campaign is for now, employed, sorted by person id; newcomers appear here by themselves. Nobody when
   * the subject is no longer open.
   */
  audience(context: Context, subjectKey: string): readonly PersonId[];
  /**
   * The subject is over for good: nobody is looked for and nobody gets another turn, which spares walking the blocks of
   * every day there was. Absent: never.
   */
  isOver?(context: Context, subjectKey: string): boolean;
  /** When people join and its cards leave. Every kind says so. */
  readonly hours: Hours;
  /**
   * Whoever joins later has that card instead of the day's digest: they join before digests are planned, and another turn
   * waits for a day without another card.
   */
  readonly joinsFirst?: boolean;
  /** It can wait: nobody gets it on a day with another card. */
  readonly canWait?: boolean;
  /** Asked again at the moment of sending: `send`, or the state to end in. */
  recheck(context: Context, subjectKey: string, personId: PersonId): 'send' | 'notNeeded' | 'left';
  /**
   * The card of an earlier subject that stands unanswered in the person's chat. `rewritten`: it becomes this one, without a
   * new message. `retired`: this one comes as a message of its own, and the old one becomes a line.
   */
  replaces?(context: Context, subjectKey: string, personId: PersonId): Replaced | undefined;
  /** Why a person cannot be sent to at all, as a reason code (`noTeams`, `guest`); undefined when possible. */
  notApplicable(context: Context, personId: PersonId): string | undefined;
  /** Whether a message that may have arrived is sent again (approvals yes, policy and nudges no). */
  readonly repeatWhenUncertain: boolean;
  readonly priority: 'broadcast' | 'urgent';
  /** Nobody has to do anything about it, so that no phone rings. Absent: it asks for an act. */
  isForInformation?(context: Context, subjectKey: string): boolean;
}
