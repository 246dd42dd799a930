import type { Context } from '../context.ts';
import type { Instant, Language, PersonId } from '../kernel/index.ts';
import type { Campaign } from './delivery-lists.ts';

/** A card replaced by another, by activity id. */
export interface Replaced {
  subjectKey: string;
  activity: string;
  how: 'rewritten' | 'retired';
}

type When = 'working' | 'always' | 'itself';

/**
 * When cards of a kind are sent, and why. `working`: 8 to 16 on working days, Danish time; cards from other hours wait,
 * and are dropped if obsolete by then. `always`: at any hour; listed in docs/in-use.md. `itself`: `audience` and
 * `recheck` decide the hours.
 */
export interface Hours {
  readonly when: When | ((context: Context, campaign: Pick<Campaign, 'subjectKey' | 'state'>) => When);
  readonly because: string;
  /** Earliest sending time, if chosen. People join in the working hours of that day. */
  from?(context: Context, campaign: Pick<Campaign, 'subjectKey' | 'state'>): Instant | undefined;
}

/**
 * Declares a campaign's subject for sending. Supplied by a feature; deliveries know no subject. All functions read the
 * mirror only and must be cheap: they are called for every recipient.
 */
export interface CampaignKind {
  /** Value of `Campaigns.kind`, e.g. `policy`. */
  readonly kind: string;
  /**
   * The present audience, employed, sorted by person id; newcomers are included. Empty when the subject is no longer
   * open.
   */
  audience(context: Context, subjectKey: string): readonly PersonId[];
  /**
   * The same one by one, with `undefined` for each employee who is not in it: an audience of everybody is enrolled in
   * slices. Absent: `audience`.
   */
  eachOfAudience?(context: Context, subjectKey: string): Iterable<PersonId | undefined>;
  /**
   * The subject is over for good: nobody is added or retried, which saves reading the blocks of past days. Absent:
   * never.
   */
  isOver?(context: Context, subjectKey: string): boolean;
  /** When people join and cards are sent. */
  readonly hours: Hours;
  /**
   * Late joiners get this card instead of the day's digest: they join before digests are planned, and retries wait for
   * a day without another card.
   */
  readonly joinsFirst?: boolean;
  /** Can wait: not sent on a day with another card. */
  readonly canWait?: boolean;
  /** Checked again on sending: `send`, or the final state. */
  recheck(context: Context, subjectKey: string, personId: PersonId): 'send' | 'notNeeded' | 'left';
  /**
   * The unanswered card of an earlier subject in the person's chat. `rewritten`: it becomes this one, without a new
   * message. `retired`: this one is a new message, and the old one becomes a line.
   */
  replaces?(context: Context, subjectKey: string, personId: PersonId): Replaced | undefined;
  /** Why a person cannot be sent to, as a reason code (`noTeams`, `guest`); undefined when possible. */
  notApplicable(context: Context, personId: PersonId): string | undefined;
  /** Whether a message of uncertain delivery is repeated (approvals yes, policy and nudges no). */
  readonly repeatWhenUncertain: boolean;
  readonly priority: 'broadcast' | 'urgent';
  /** The title in a reader's language, of a kind that the program names itself. Absent: the title as stored. */
  titleIn?(context: Context, subjectKey: string, language: Language): string | undefined;
  /** Requires no act, so sent without notification. Absent: it asks for an act. */
  isForInformation?(context: Context, subjectKey: string): boolean;
}

/** Both ways to an audience that is gone through employee by employee. */
export const audienceOfEach = (
  each: NonNullable<CampaignKind['eachOfAudience']>,
): Required<Pick<CampaignKind, 'audience' | 'eachOfAudience'>> => ({
  audience: (context, subjectKey) => [...each(context, subjectKey)].filter((one) => one !== undefined),
  eachOfAudience: each,
});
