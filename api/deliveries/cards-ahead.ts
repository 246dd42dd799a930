import type { Context } from '../context.ts';
import { addDays, inSlices, localDate, todayOf, turn, type LocalDate, type PersonId } from '../kernel/index.ts';
import { isWorkingTime, workingDayFrom, workingTimeFrom } from '../working-days.ts';
import { isClosed } from './campaign.ts';
import type { CampaignKind } from './campaign-kind.ts';
import { campaignKind } from './campaign-kinds.ts';
import { hasCardToday } from './card-today.ts';
import { blocksOf } from './delivery-blocks.ts';
import { Campaigns, type Campaign } from './delivery-lists.ts';
import { outsideOf } from './enrol-audience.ts';
import { nextLeave } from './hours.ts';
import { comesAgain } from './reopen.ts';
import { verdictFor } from './settle-block.ts';

/** People who get a card, by the day on which it is sent. */
export type CardsAhead = ReadonlyMap<LocalDate, ReadonlySet<PersonId>>;

/**
 * The cards that are on their way by now, as the sender takes them: who waits, who joins a campaign that precedes
 * reminders, and whose uncertain card is repeated. In slices; no Graph call.
 */
export async function cardsAhead(context: Context): Promise<CardsAhead> {
  const ahead = new Map<LocalDate, Set<PersonId>>();
  for (const campaign of context.list(Campaigns).all()) {
    const kind = campaignKind(context, campaign.kind);
    if (!kind || isClosed(campaign) || kind.isOver?.(context, campaign.subjectKey) === true) continue;
    const isSending = campaign.state === 'sending';
    if (!isSending && (campaign.state !== 'finished' || kind.joinsFirst !== true)) continue;
    const take = ({ personId, day }: Coming) => {
      if (verdictFor(context, kind, campaign.subjectKey, personId).state !== 'send') return;
      ahead.set(day, (ahead.get(day) ?? new Set()).add(personId));
    };
    // An audience is computed in one go: each in a turn of its own.
    await turn();
    await inSlices(enrolled(context, kind, campaign), take);
    if (kind.joinsFirst !== true) continue;
    await turn();
    await inSlices(joining(context, kind, campaign), take);
  }
  return ahead;
}

interface Coming {
  personId: PersonId;
  day: LocalDate;
}

function* enrolled(context: Context, kind: CampaignKind, campaign: Campaign): Generator<Coming> {
  const first = firstDay(context, kind, campaign);
  const now = context.clock.now();
  const again = isWorkingTime(now) ? todayOf(context.clock) : localDate(workingTimeFrom(now));
  for (const { recipients } of blocksOf(context, campaign.key))
    for (const recipient of recipients) {
      const { person: personId, state } = recipient;
      if (state === 'waiting' || state === 'reserved') yield { personId, day: first };
      else if (kind.joinsFirst === true && comesAgain(kind, recipient))
        yield { personId, day: unlessCardToday(context, personId, again) };
    }
}

function* joining(context: Context, kind: CampaignKind, campaign: Campaign): Generator<Coming> {
  const first = firstDay(context, kind, campaign);
  for (const personId of outsideOf(context, kind, campaign))
    yield { personId, day: kind.canWait === true ? unlessCardToday(context, personId, first) : first };
}

const firstDay = (context: Context, kind: CampaignKind, campaign: Campaign): LocalDate =>
  localDate(nextLeave(context, kind, campaign));

/** The next working day for who has had a card today. */
function unlessCardToday(context: Context, personId: PersonId, day: LocalDate): LocalDate {
  const today = todayOf(context.clock);
  return day === today && hasCardToday(context, personId) ? workingDayFrom(addDays(today, 1)) : day;
}
