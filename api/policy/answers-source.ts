import type { Context } from '../context.ts';
import { addDays, localDate, stableKey, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import type { PersonalSource } from '../obligations/index.ts';
import { findPerson, isAway, isEmployed, People } from '../organisation/index.ts';
import { PolicyComments, type PolicyComment } from './comment-list.ts';
import { policyVersionPath } from './policy-way.ts';
import { PolicyVersions } from './policy-version-list.ts';
import { policyVersions } from './versions.ts';

export const answersKind = 'readAnswer';
/** Days an answer is news. */
const newsFor = 7;

/** Another's answer to an open comment. */
const isNews = ({ answeredAt, answeredBy, personId, resolvedAt }: PolicyComment): boolean =>
  answeredAt !== undefined && resolvedAt === undefined && answeredBy !== personId;

/**
 * Answers reach the commenter (R10): one obligation per draft, in the day's one card and among the own tasks, until the
 * comment is resolved, the draft is closed or a week has passed. Never overdue, and nobody else is told.
 */
function* answers(context: Context, today: LocalDate): Generator<Obligation> {
  const drafts = new Map(
    policyVersions(context).flatMap((one) => (one.state === 'draft' ? [[one.key, one] as const] : [])),
  );
  if (drafts.size === 0) return;
  const latest = new Map<string, PolicyComment>();
  for (const comment of context.list(PolicyComments).all()) {
    if (!drafts.has(comment.versionKey) || !isNews(comment)) continue;
    const key = `${comment.versionKey} ${comment.personId}`;
    const known = latest.get(key);
    if ((known?.answeredAt ?? '') < (comment.answeredAt ?? '')) latest.set(key, comment);
  }
  for (const { versionKey, personId, answeredAt } of latest.values()) {
    const draft = drafts.get(versionKey);
    const person = findPerson(context, personId);
    if (!draft || !person || answeredAt === undefined || !isEmployed(person, today)) continue;
    const since = localDate(answeredAt);
    const due = addDays(since, newsFor);
    if (due < today) continue;
    yield {
      key: stableKey(versionKey, 'answers', personId, since),
      kind: answersKind,
      personId,
      since,
      due,
      personal: true,
      subject: { key: versionKey, title: `${draft.title} ${draft.number}` },
      path: policyVersionPath(versionKey),
      state: isAway(person, today) ? 'paused' : 'open',
      ...(person.centreId === undefined ? {} : { centreId: person.centreId }),
    };
  }
}

export const answersSource: PersonalSource = {
  kinds: [answersKind],
  lists: [People, PolicyVersions, PolicyComments],
  all: answers,
  of: (context, personId: PersonId, today) => [...answers(context, today)].filter((one) => one.personId === personId),
};
