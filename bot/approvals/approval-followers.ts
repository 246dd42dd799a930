import { Agendas, ApprovalRequests } from '../../api/approvals/index.ts';
import { AuditEntries, type AuditEntry } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import { asAppError, digest, inParallel, todayOf } from '../../api/kernel/index.ts';
import { groupStamp } from '../../api/obligations/index.ts';
import { People, RoleAssignments } from '../../api/organisation/index.ts';
import { createCardFollower, type EditCard, type Follower } from '../sending/index.ts';
import { agendaCards, agendasWith, cardsAbout, openCards, type CardInChat } from './cards-in-chat.ts';

/** Concurrent edits; the gate limits their rate. */
const together = 8;
/** Cards with known content: others get one superfluous edit. */
const mostKnown = 20_000;

/**
 * Updates every other copy of a request's cards after an act on it. Acts are known from the audit trail, which is
 * complete also after a crash; members and leave from their lists and the day.
 */
export function createApprovalFollowers(context: Context, editCard: EditCard): Required<Follower> {
  const acts = createCardFollower({
    context,
    name: 'approval-acts',
    list: AuditEntries,
    run: ({ subjectKey }: AuditEntry) => Promise.resolve(void stale.add(subjectKey)),
  });
  /** Changed requests and agendas. */
  const stale = new Set<string>();
  const shown = new Map<string, string>();
  const places = placesOf(context);

  async function edit({ subjectKey, personId, card }: CardInChat): Promise<void> {
    try {
      const message = card();
      const name = `${subjectKey} ${personId}`;
      const now = digest(JSON.stringify(message));
      if (shown.get(name) === now) return;
      if (shown.size >= mostKnown) shown.clear();
      if ((await editCard(subjectKey, personId, message, card)) === 'edited') shown.set(name, now);
    } catch (thrown) {
      context.log.warn({ subjectKey, code: asAppError(thrown).code }, 'approval card not brought up to date');
    }
  }

  return {
    async process() {
      await acts.process();
      const cards = [...stale].flatMap((key) => cardsNaming(context, key));
      stale.clear();
      await inParallel(together, unlike([...cards, ...places.moved()]), edit);
    },
    stop: () => acts.stop(),
  };
}

function cardsNaming(context: Context, key: string): CardInChat[] {
  const request = context.list(ApprovalRequests).get(key);
  const agenda = context.list(Agendas).get(key);
  const agendas = [...(agenda ? [agenda] : []), ...(request ? agendasWith(context, key) : [])];
  return [...(request ? cardsAbout(context, request) : []), ...agendas.flatMap((one) => agendaCards(context, one))];
}

const nameOf = ({ subjectKey, personId }: CardInChat): string => `${subjectKey} ${personId}`;
const unlike = (cards: readonly CardInChat[]): CardInChat[] => [
  ...new Map(cards.map((card) => [nameOf(card), card])).values(),
];

/** Whose part in a question has changed since the last call; none at the first. */
function placesOf(context: Context) {
  let seen: string | undefined;
  let statuses = new Map<string, string>();
  const stamp = () => {
    const [roles, people] = [context.list(RoleAssignments).version, context.list(People).version];
    return [roles, people, groupStamp(context), todayOf(context.clock)].join(' ');
  };
  return {
    moved(): CardInChat[] {
      const now = stamp();
      if (now === seen) return [];
      const cards = openCards(context).map((card) => ({ card, status: card.status() }));
      const before = statuses;
      statuses = new Map(cards.map(({ card, status }) => [nameOf(card), status]));
      const isFirst = seen === undefined;
      seen = now;
      return isFirst
        ? []
        : cards.filter(({ card, status }) => before.get(nameOf(card)) !== status).map(({ card }) => card);
    },
  };
}
