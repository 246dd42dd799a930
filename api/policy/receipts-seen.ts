import { Acknowledgements, type Acknowledgement, receiptsOf } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { type Actor, type PersonId } from '../kernel/index.ts';
import {
  centreOn,
  everybodyByName,
  findPerson,
  fold,
  foldedMatch,
  freshnessOf,
  isAway,
  isEmployed,
  People,
  personRef,
} from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { ReceiptsView } from './contract.ts';
import { countedOn } from './coverage.ts';
import { centreFilter, type PeopleQuery } from './people-missing.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { receiptNote } from './receipt-note.ts';
import { validReceipts, type Receipt } from './receipts.ts';
import { compareDanish } from '../texts/format.ts';

type Row = ReceiptsView['receipts'][number];

/** One line before formatting: only the requested page is formatted. */
interface Line {
  personId: PersonId;
  name: string;
  receipt: Receipt | Stored<Acknowledgement>;
  /** In the coverage. */
  counted: boolean;
}

/**
 * The receipts of a version with the reasons for none, for those who may see the people: including leavers. A reason
 * has the centre it arose in, a receipt the one its person is counted in.
 */
export function receiptsSeen(context: Context, actor: Actor, version: PolicyVersion, query: PeopleQuery): ReceiptsView {
  const lines = linesSeen(context, actor, version, query);
  const note = receiptNote(context, actor.language);
  return {
    receipts: lines.slice(query.offset, query.offset + query.limit).map(({ personId, receipt }): Row => {
      const { outcome, at, channel } = receipt;
      return { person: personRef(context, personId), outcome, at, channel, ...note(receipt) };
    }),
    total: lines.length,
    uncounted: lines.filter(({ counted }) => !counted).length,
    freshness: freshnessOf(context, Acknowledgements, People),
  };
}

function linesSeen(context: Context, actor: Actor, version: PolicyVersion, query: PeopleQuery): Line[] {
  const inSight = centreFilter(actor, query.centreId);
  const search = fold(query.q ?? '');
  const receiptOf = validReceipts(context, version);
  const day = countedOn(context, version);
  const lines: Line[] = [];
  for (const { person, folded } of everybodyByName(context)) {
    const isThere = isEmployed(person, day);
    if (!inSight(isThere ? centreOn(person, day) : person.centreId) || !foldedMatch(folded, search)) continue;
    const personId = person.key as PersonId;
    const receipt = receiptOf(personId);
    const counted = isThere && !isAway(person, day);
    if (receipt) lines.push({ personId, name: person.title, receipt, counted });
  }
  const given = lines.length;
  for (const receipt of receiptsOf(context, version.key).negative) {
    const { personId } = receipt;
    const name = findPerson(context, personId)?.title ?? receipt.title;
    if (inSight(receipt.centreId) && foldedMatch(fold(name), search))
      lines.push({ personId, name, receipt, counted: false });
  }
  if (query.sort !== 'name') return lines.sort((one, other) => byTime(one.receipt, other.receipt));
  // Receipts are already by name, so sorting is only needed with reasons among them.
  return lines.length === given ? lines : lines.sort((one, other) => compareDanish(one.name, other.name));
}

/** Newest first. */
const byTime = (one: { at: string }, other: { at: string }): number =>
  Number(one.at < other.at) - Number(one.at > other.at);
