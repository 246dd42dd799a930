import type { Context } from '../context.ts';
import type { PersonId } from '../kernel/index.ts';

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
  /**
   * Whether people may join a campaign that was through, at this moment: newcomers, and those who get another turn. What
   * has begun is carried through at any hour. Absent: always.
   */
  joinsNow?(context: Context): boolean;
  /** It can wait: nobody gets it on a day with another card, or outside the hours of `joinsNow`, which it needs. */
  readonly canWait?: boolean;
  /** Asked again at the moment of sending: `send`, or the state to end in. */
  recheck(context: Context, subjectKey: string, personId: PersonId): 'send' | 'notNeeded' | 'left';
  /** Why a person cannot be sent to at all, as a reason code (`noTeams`, `guest`); undefined when possible. */
  notApplicable(context: Context, personId: PersonId): string | undefined;
  /** Whether a message that may have arrived is sent again (approvals yes, policy and nudges no). */
  readonly repeatWhenUncertain: boolean;
  readonly priority: 'broadcast' | 'urgent';
  /** Nobody has to do anything about it, so that no phone rings. Absent: it asks for an act. */
  isForInformation?(context: Context, subjectKey: string): boolean;
}
