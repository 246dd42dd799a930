import type { Context } from '../context.ts';
import { closedAs, conversationOf, notInTeams } from '../deliveries/index.ts';
import { addDays, todayOf, type CentreId, type LocalDate, type PersonId } from '../kernel/index.ts';
import { centreRef, employees, isAway } from '../organisation/index.ts';
import type { AudiencePreview } from './contract.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { publishChoices } from './publish-terms.ts';
import { validReceipts } from './receipts.ts';
import { askedUntil, overtakenBy } from './versions.ts';

/**
 * Audience of a version's publication, in advance: counts, by centre, and the unreachable with reasons. For a version
 * in force: those still asked.
 */
export function audienceOf(context: Context, version: PolicyVersion): AudiencePreview {
  const today = todayOf(context.clock);
  const receiptOf = validReceipts(context, version);
  const centres = new Map<CentreId | undefined, { people: number; unreachable: number }>();
  const reasons = new Map<string, number>();
  let people = 0;
  let carriedOver = 0;
  /** Calls to Teams: one a card, and one more to open an unknown chat. */
  let calls = 0;
  for (const person of employees(context)) {
    if (isAway(person, today)) continue;
    const personId = person.key as PersonId;
    const receipt = receiptOf(personId);
    if (receipt) {
      if (receipt.outcome === 'carriedOver') carriedOver += 1;
      continue;
    }
    people += 1;
    const centre = centres.get(person.centreId) ?? { people: 0, unreachable: 0 };
    centres.set(person.centreId, centre);
    centre.people += 1;
    const reason = notInTeams(context, personId) ?? closedChat(context, personId);
    if (reason === undefined) {
      calls += conversationOf(context, personId)?.state === 'open' ? 1 : 2;
      continue;
    }
    centre.unreachable += 1;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const unreachable = [...reasons].map(([reason, count]) => ({ reason, people: count }));
  const reachable = people - unreachable.reduce((sum, one) => sum + one.people, 0);
  const kept = askedUntil(context, version);
  return {
    versionKey: version.key,
    changeKind: version.changeKind,
    people,
    reachable,
    carriedOver,
    choices: version.state === 'draft' ? choicesOf(context, version, kept) : [],
    acknowledgeBy: kept ?? version.acknowledgeBy ?? addDays(today, context.organisation.acknowledgeWithinDays),
    centres: [...centres]
      .map(([centreId, count]) => {
        const centre = centreRef(context, centreId);
        return centre ? { centre, ...count } : count;
      })
      .sort((one, other) => other.people - one.people),
    unreachable: unreachable.sort((one, other) => other.people - one.people),
    sendSeconds: Math.ceil(calls / context.organisation.sendRate),
  };
}

/** A day before that of an approved version is refused as written, and overtakes it when chosen now. */
const choicesOf = (context: Context, version: PolicyVersion, kept: LocalDate | undefined): AudiencePreview['choices'] =>
  publishChoices(version, context.clock.now(), context.organisation.acknowledgeWithinDays)
    .map((choice) => ({
      ...choice,
      acknowledgeBy: kept ?? choice.acknowledgeBy,
      overtakes: overtakenBy(context, version.number, choice.effectiveOn)?.number,
    }))
    .filter(({ when, overtakes }) => when !== 'asWritten' || overtakes === undefined);

/**
 * A chat that sending cannot open: unknown ones are opened, and the app is installed where missing, unless removed
 * after an earlier install.
 */
function closedChat(context: Context, personId: PersonId): string | undefined {
  const chat = conversationOf(context, personId);
  const reason = closedAs(chat);
  return reason === 'notInstalled' && chat?.givenAt === undefined ? undefined : reason;
}
