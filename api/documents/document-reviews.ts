import type { VersionNow } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { addDays, type LocalDate, type Responsible, type SharedWork } from '../kernel/index.ts';
import type { SharedSource } from '../obligations/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';
import type { DocumentRecord, VersionRecord } from './document-declaration.ts';
import type { DocumentKind } from './document-kind.ts';

/** Lead time in days of a review's obligation. */
const reviewLead = 30;

/** Reason and deadline of a version's review. */
export interface ReviewTerm {
  since: LocalDate;
  due: LocalDate;
  /** Each reason is a separate obligation. */
  occasion: string;
}

export interface DocumentReviews<D, V> {
  /** Texts under `obligations.kind.<kind>`. */
  kind: string;
  key: (versionKey: string, occasion: string) => string;
  responsible: (context: Context, document: D) => Responsible;
  /** False: no review is required. */
  isOwed?: (context: Context, document: D) => boolean;
  /** Reasons besides the review date. */
  terms?: (context: Context, current: VersionNow<V>, today: LocalDate) => readonly ReviewTerm[];
  /** What these are derived from. */
  lists?: readonly ListDefinition<{ key: string }>[];
}

/**
 * Versions in force that are due for review, with a lead time, one obligation each. Done when the version is renewed or
 * retired, or the next one is in force.
 */
export function documentReviews<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  documents: DocumentKind<Name, D, V>,
  reviews: DocumentReviews<Stored<D>, Stored<V>>,
): SharedSource {
  const { kind, key, responsible, isOwed = () => true, terms = () => [], lists = [] } = reviews;

  function firstTerm(context: Context, current: VersionNow<Stored<V>>, today: LocalDate): ReviewTerm | undefined {
    const { reviewOn } = current;
    const review = reviewOn && { since: addDays(reviewOn, -reviewLead), due: reviewOn, occasion: reviewOn };
    return [...(review ? [review] : []), ...terms(context, current, today)]
      .filter(({ since }) => since <= today)
      .sort((one, other) => one.due.localeCompare(other.due))[0];
  }

  function* owed(context: Context, today: LocalDate): Generator<SharedWork> {
    for (const { current, [documents.name]: document } of documents.all(context).values()) {
      const term = current && isOwed(context, document) && firstTerm(context, current, today);
      if (!term) continue;
      const { version } = current;
      const { centreId } = document;
      yield {
        key: key(version.key, term.occasion),
        kind,
        state: 'open',
        subject: { key: version.key, title: version.title },
        due: term.due,
        since: term.since,
        path: documents.path(document.key),
        ...(centreId === undefined ? {} : { centreId }),
        responsible: responsible(context, document),
      };
    }
  }
  return { kinds: [kind], lists: [...documents.lists, ...lists], work: (context, today) => [...owed(context, today)] };
}
