import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import { ApprovalRequests, obligationKeysOf } from '../../api/approvals/index.ts';
import { AuditEntries, type AuditEntry } from '../../api/audit/index.ts';
import { Completions } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import { asAppError, inParallel, todayOf, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import {
  countAnew,
  digestPeople,
  digestsAbout,
  newestToldOthers,
  previousDigestDay,
  type ToldOn,
} from '../../api/reminders/index.ts';
import { createCardFollower, editMade, type EditCard, type Follower } from '../sending/index.ts';
import { digestCardFor } from './digest-card.ts';

/** Concurrent edits; the gate limits their rate. */
const together = 8;
/** A centre's overdue count changes with every press in it: its cards are recounted at this interval (ms). */
const othersEvery = 15 * 60_000;

/**
 * Updates digests of the last six weeks after acts anywhere: receipts and courses by their lists, other acts by the
 * audit trail. A card is edited once a round, however many acts; those with centre counts a few times an hour. A new
 * digest turns the previous one into a line.
 */
export function createDigestFollowers(context: Context, editCard: EditCard): Required<Follower> {
  const stale = new Map<string, ToldOn>();
  /** Acts since the centre cards were last counted, and when. */
  let isOthersStale = false;
  let othersAt = -Infinity;
  /** People whose previous card has been replaced, by day. */
  let replaced: { day: LocalDate; people: Set<PersonId> } | undefined;

  const noteCard = (told: ToldOn) => void stale.set(`${told.day} ${told.personId}`, told);
  const note = (...names: string[]): Promise<void> => {
    isOthersStale = true;
    for (const told of names.flatMap((name) => digestsAbout(context, name))) noteCard(told);
    return Promise.resolve();
  };
  const followers = [
    createCardFollower({
      context,
      name: 'digest-receipts',
      list: Acknowledgements,
      run: ({ personId }) => note(personId),
    }),
    createCardFollower({ context, name: 'digest-courses', list: Completions, run: ({ personId }) => note(personId) }),
    createCardFollower({
      context,
      name: 'digest-acts',
      list: AuditEntries,
      run: (entry) => note(...namesIn(context, entry)),
    }),
  ];

  function noteOthers(): void {
    const now = context.clock.now().getTime();
    if (!isOthersStale || Math.abs(now - othersAt) < othersEvery) return;
    isOthersStale = false;
    othersAt = now;
    for (const told of newestToldOthers(context)) noteCard(told);
  }

  function noteReplaced(): void {
    const day = todayOf(context.clock);
    if (replaced?.day !== day) replaced = { day, people: new Set() };
    for (const personId of digestPeople(context, day)) {
      if (replaced.people.has(personId)) continue;
      replaced.people.add(personId);
      const before = previousDigestDay(context, personId, day);
      if (before !== undefined) noteCard({ day: before, personId });
    }
  }

  return {
    async process() {
      for (const follower of followers) await follower.process();
      noteOthers();
      noteReplaced();
      const cards = [...stale.values()];
      stale.clear();
      for (const { personId } of cards) countAnew(context, personId);
      await inParallel(together, cards, async ({ day, personId }) => {
        try {
          await editMade(editCard, day, personId, () => digestCardFor(context, day, personId));
        } catch (thrown) {
          context.log.warn({ campaign: day, code: asAppError(thrown).code }, 'digest card not brought up to date');
        }
      });
    },
    async stop() {
      for (const follower of followers) await follower.stop();
    },
  };
}

/** What an act concerned: an obligation, a thing, a person; for a request, its votes and its thing. */
function namesIn(context: Context, { subjectKey, details }: AuditEntry): string[] {
  const request = context.list(ApprovalRequests).get(subjectKey);
  return [
    subjectKey,
    ...Object.values(details).filter((value) => typeof value === 'string'),
    ...(request ? [request.subjectKey, ...obligationKeysOf(context, request)] : []),
  ];
}
