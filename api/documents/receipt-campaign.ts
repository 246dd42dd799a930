import { receiptOf } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { audienceOfEach, notInTeams, type CampaignKind } from '../deliveries/index.ts';
import { todayOf, type PersonId } from '../kernel/index.ts';
import { findPerson, isAway, isEmployed, type Person } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { DocumentRecord, VersionRecord } from './document-declaration.ts';
import type { DocumentKind } from './document-kind.ts';

interface ReceiptCampaign {
  kind: string;
  /** At work, required to acknowledge the version, without a receipt, by id; `undefined` for each other employee. */
  eachMissing: (context: Context, versionKey: string) => Iterable<PersonId | undefined>;
  /** Whether the version requires the person's receipt. */
  isAsked: (context: Context, versionKey: string, person: Stored<Person>) => boolean;
  /** Reason for them. */
  because: string;
  canWait?: boolean;
}

/**
 * The card requesting a receipt of a version: later recipients, and people back from leave, are added automatically
 * until the version is superseded or retired.
 */
export const receiptCampaign = <Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  documents: DocumentKind<Name, D, V>,
  { kind, eachMissing, isAsked, because, canWait }: ReceiptCampaign,
): CampaignKind => ({
  kind,
  ...audienceOfEach(eachMissing),
  isOver: (context, versionKey) => {
    const state = documents.findVersion(context, versionKey)?.version.state;
    return state === 'superseded' || state === 'retired';
  },
  hours: { when: 'working', because },
  joinsFirst: true,
  recheck: (context, versionKey, personId) => {
    const person = findPerson(context, personId);
    const today = todayOf(context.clock);
    if (!person || !isEmployed(person, today)) return 'left';
    if (isAway(person, today) || !isAsked(context, versionKey, person)) return 'notNeeded';
    return receiptOf(context, versionKey, personId) ? 'notNeeded' : 'send';
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: false,
  priority: 'broadcast',
  ...(canWait === undefined ? {} : { canWait }),
});
