import type { Context } from '../../context.ts';
import { conflict, nowOf, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { mergeTexts } from '../../texts/merge-texts.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { withWanted } from './agreed-improvements.ts';
import { followChange } from './change-downtime.ts';

/** Characters, as when it is closed. */
const [longestCause, longestLessons] = [1_000, 4_000];

interface Said {
  cause: string;
  lessons: string;
  dataLoss?: number | undefined;
  improvements: Parameters<typeof withWanted>[3];
}

/**
 * Adds the cause and lessons of somebody who was about to close a downtime to those of whoever closed it. Data loss
 * only where none is recorded. What the record says already is not added again; its improvements are for `makeAgreed`.
 * 4 resource units. Throws AppError conflict `contingency.recordFull`, unavailable.
 */
export async function addToClosed(
  context: Context,
  actor: Actor,
  downtimeKey: string,
  said: Said,
): Promise<Stored<Downtime>> {
  const now = nowOf(context.clock);
  let changes = false;
  const changed = await context.list(Downtimes).update(downtimeKey, (current) => {
    const cause = together(current.cause, said.cause, longestCause);
    const lessons = together(current.lessons, said.lessons, longestLessons);
    const dataLoss = current.dataLoss ?? said.dataLoss;
    changes = cause !== current.cause || lessons !== current.lessons || dataLoss !== current.dataLoss;
    const toMake = withWanted(context, actor, current, said.improvements);
    if (!changes) return toMake && { toMake };
    const loss = dataLoss === undefined ? {} : { dataLoss };
    const made = toMake ? { toMake } : {};
    return { cause, lessons, ...loss, ...made, changedAt: now, changedBy: actor.personId };
  });
  if (changes) await followChange(context, changed);
  return changed;
}

function together(theirs: string, mine: string, longest: number): string {
  const text = mergeTexts({ before: '', theirs, mine });
  if (text.length > longest) throw conflict('contingency.recordFull');
  return text;
}
