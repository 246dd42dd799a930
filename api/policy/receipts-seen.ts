import type { Context } from '../context.ts';
import { type Actor, type PersonId } from '../kernel/index.ts';
import {
  everybodyByName,
  findPerson,
  fold,
  foldedMatch,
  freshnessOf,
  People,
  personRef,
} from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
import type { ReceiptsView } from './contract.ts';
import { centreFilter, type PeopleQuery } from './people-missing.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { receiptNote } from './receipt-note.ts';
import { receiptsOf, validReceipts } from './receipts.ts';

type Row = ReceiptsView['receipts'][number];

/**
 * The receipts of a version with the reasons why there was none, for those who may see the people: also of whoever has
 * left since. A reason stands with the centre it arose in, a receipt with the person's centre now.
 */
export function receiptsSeen(context: Context, actor: Actor, version: PolicyVersion, query: PeopleQuery): ReceiptsView {
  const inSight = centreFilter(actor, query.centreId);
  const search = fold(query.q ?? '');
  const receiptOf = validReceipts(context, version);
  const note = receiptNote(context, actor.language);
  const given = everybodyByName(context).flatMap(({ person, folded }): Row[] => {
    if (!inSight(person.centreId) || !foldedMatch(folded, search)) return [];
    const receipt = receiptOf(person.key as PersonId);
    if (!receipt) return [];
    const { outcome, at, channel } = receipt;
    return [{ person: personRef(context, person.key), outcome, at, channel, ...note(receipt) }];
  });
  const absent = receiptsOf(context, version.key)
    .negative.filter((stored) => inSight(stored.centreId) && foldedMatch(fold(nameOf(context, stored)), search))
    .map((stored): Row => {
      const { personId, outcome, at, channel } = stored;
      return { person: personRef(context, personId), outcome, at, channel, ...note(stored) };
    });
  const all = [...given, ...absent];
  const sorted = query.sort === 'name' ? byName(all, absent.length) : byTime(all);
  return {
    receipts: sorted.slice(query.offset, query.offset + query.limit),
    total: all.length,
    freshness: freshnessOf(context, Acknowledgements, People),
  };
}

const nameOf = (context: Context, stored: Stored<Acknowledgement>): string =>
  findPerson(context, stored.personId)?.title ?? stored.title;

const danish = new Intl.Collator('da');
/** Receipts are by name already, so there is only something to sort when a reason stands among them. */
const byName = (rows: Row[], reasons: number): Row[] =>
  reasons === 0 ? rows : rows.sort((one, other) => danish.compare(one.person.name, other.person.name));
const byTime = (rows: Row[]): Row[] => rows.sort((one, other) => other.at.localeCompare(one.at));
