import type { Context } from '../context.ts';
import { contextOn } from '../context-on.ts';
import { addDays, inSlices, localDate, todayOf, turn, type LocalDate, type PersonId } from '../kernel/index.ts';
import { isAway, isEmployed, leaveOf, People } from '../organisation/index.ts';
import { isWorkingTime, workingDayFrom, workingTimeFrom } from '../working-days.ts';
import { isClosed } from './campaign.ts';
import type { CampaignKind } from './campaign-kind.ts';
import { campaignKind } from './campaign-kinds.ts';
import { hasCardToday } from './card-today.ts';
import { blocksOf } from './delivery-blocks.ts';
import { Campaigns, type Campaign, type Recipient } from './delivery-lists.ts';
import { outsideOf, precedesDigests } from './enrol-audience.ts';
import { nextLeave } from './hours.ts';
import { whyUnreachable } from './not-in-teams.ts';
import { comesAgain, mayBeReached } from './reopen.ts';
import { verdictFor } from './settle-block.ts';

/** People who get a card, by the day on which it is sent. */
export type CardsAhead = ReadonlyMap<LocalDate, ReadonlySet<PersonId>>;

/**
 * The cards on their way through a day, as the sender takes them: who waits, who joins a campaign that precedes
 * reminders, also on the first day at work, and whose uncertain card is repeated. In slices; no Graph call.
 */
export async function cardsAhead(context: Context, until: LocalDate): Promise<CardsAhead> {
  const ahead = new Map<LocalDate, Set<PersonId>>();
  const comers = comersUntil(context, until);
  // Asked for every recipient.
  const views = new Map<LocalDate, Context>();
  const contextThen = (day: LocalDate): Context => {
    const view = views.get(day) ?? contextOn(context, day);
    views.set(day, view);
    return view;
  };
  for (const [campaign, kind] of openCampaigns(context)) {
    const isSentOn = (day: LocalDate, personId: PersonId) =>
      verdictFor(contextThen(day), kind, campaign.subjectKey, personId).state === 'send';
    const take = ({ personId, days, mayWait }: Coming) => {
      // What reaches nobody is no card of the day.
      if (whyUnreachable(context, personId) !== undefined) return;
      const first = days.find((day) => isSentOn(day, personId));
      const day = first && mayWait ? withoutCard(ahead, personId, first) : first;
      if (day !== undefined) ahead.set(day, (ahead.get(day) ?? new Set()).add(personId));
    };
    // An audience is computed in one go: each in a turn of its own.
    await turn();
    await inSlices(enrolled(context, kind, campaign, comers), take);
    if (!precedesDigests(kind)) continue;
    await turn();
    await inSlices(joining(context, kind, campaign, comers), take);
  }
  return ahead;
}

/** Those that can wait come after the others. */
function openCampaigns(context: Context): (readonly [Campaign, CampaignKind])[] {
  const open = context
    .list(Campaigns)
    .all()
    .flatMap((campaign) => {
      const kind = campaignKind(context, campaign.kind);
      const isOpen = campaign.state === 'sending' || (campaign.state === 'finished' && kind && precedesDigests(kind));
      if (!kind || !isOpen || kind.hours.when === 'itself' || isClosed(campaign)) return [];
      return kind.isOver?.(context, campaign.subjectKey) === true ? [] : [[campaign, kind] as const];
    });
  return open.sort(([, one], [, other]) => Number(one.canWait === true) - Number(other.canWait === true));
}

/** A person, and the days on which a card would be sent to them first, if then due. */
interface Coming {
  personId: PersonId;
  days: readonly LocalDate[];
  /** Not sent on a day with another card. */
  mayWait?: boolean;
}

/** Until a day, the first working days after leave and of new employees. */
type Comers = ReadonlyMap<PersonId, LocalDate>;

function comersUntil(context: Context, until: LocalDate): Comers {
  const today = todayOf(context.clock);
  const comers = new Map<PersonId, LocalDate>();
  for (const person of context.list(People).all()) {
    const leave = leaveOf(person);
    const from = leave && leave.to >= today ? addDays(leave.to, 1) : person.hiredOn;
    if (from === undefined || from <= today || from > until) continue;
    const day = workingDayFrom(from);
    if (day <= until && isEmployed(person, day) && !isAway(person, day)) comers.set(person.key as PersonId, day);
  }
  return comers;
}

function* enrolled(context: Context, kind: CampaignKind, campaign: Campaign, comers: Comers): Generator<Coming> {
  const first = firstDay(context, kind, campaign);
  const now = context.clock.now();
  const again = isWorkingTime(now) ? todayOf(context.clock) : localDate(workingTimeFrom(now));
  for (const { recipients } of blocksOf(context, campaign.key))
    for (const recipient of recipients) {
      const { person: personId, state } = recipient;
      if (state === 'waiting' || state === 'reserved') yield { personId, days: [first] };
      else if (!precedesDigests(kind)) continue;
      else if (comesAgain(kind, recipient)) yield { personId, days: [unlessCardToday(context, personId, again)] };
      else if (isReopened(context, kind, recipient)) {
        const begun = kind.joinsFirst === true ? unlessCardToday(context, personId, first) : first;
        yield { personId, days: daysFrom(begun, comers.get(personId)) };
      }
    }
}

const isReopened = (context: Context, kind: CampaignKind, recipient: Recipient): boolean =>
  recipient.state !== 'uncertain' && mayBeReached(context, kind, recipient);

function* joining(context: Context, kind: CampaignKind, campaign: Campaign, comers: Comers): Generator<Coming> {
  const first = firstDay(context, kind, campaign);
  const mayWait = kind.canWait === true;
  const outside = new Set(outsideOf(contextOn(context, first), kind, campaign));
  for (const personId of outside) {
    const day = mayWait ? unlessCardToday(context, personId, first) : first;
    yield { personId, days: [day], mayWait };
  }
  const enrolledPeople = new Set(
    blocksOf(context, campaign.key).flatMap(({ recipients }) => recipients.map(({ person }) => person)),
  );
  for (const [personId, day] of comers)
    if (day > first && !outside.has(personId) && !enrolledPeople.has(personId))
      yield { personId, days: [day], mayWait };
}

const daysFrom = (first: LocalDate, later: LocalDate | undefined): LocalDate[] =>
  later !== undefined && later > first ? [first, later] : [first];

const firstDay = (context: Context, kind: CampaignKind, campaign: Campaign): LocalDate =>
  localDate(nextLeave(context, kind, campaign));

/** The next working day for who has had a card today. */
function unlessCardToday(context: Context, personId: PersonId, day: LocalDate): LocalDate {
  const today = todayOf(context.clock);
  return day === today && hasCardToday(context, personId) ? workingDayFrom(addDays(today, 1)) : day;
}

/** The first working day from a day on without another card ahead. */
function withoutCard(ahead: CardsAhead, personId: PersonId, day: LocalDate): LocalDate {
  let free = day;
  while (ahead.get(free)?.has(personId) === true) free = workingDayFrom(addDays(free, 1));
  return free;
}
