import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import type { Actor, CentreId, LocalDate } from '../../kernel/index.ts';
import type { ListDefinition } from '../../sharepoint/index.ts';
import type { dutyBodies } from '../contract.ts';
import type { TextGroups, TextKey } from '../../texts/catalogue.ts';

export type DutyBody = (typeof dutyBodies)[number];

/** A record that proves a duty done. */
export interface Evidence {
  /** The day on which it was done. */
  on: LocalDate;
  /** Validity, if the record states it. */
  from?: LocalDate;
  until?: LocalDate;
  /** The record's title, or a text key with values. */
  title: string | { text: TextKey; values: Readonly<Record<string, string | number>> };
  path?: string;
  /** The centre it counts for; duties of centres only. */
  centreId?: CentreId;
  /** Who may open the path, if not every reader of duties. */
  opens?: (context: Context, actor: Actor) => boolean;
}

/** One duty of one body (R9–R16). Texts under `dutyWords.<key>`. */
export interface Duty {
  key: TextGroups<'dutyWords'>;
  body: DutyBody;
  /** Source: numbers of docs/domain.md, and sections of NIS 2-loven. */
  source: string;
  /** Valid until the end of the month so many months later; `appointment`: as the record says. */
  every: 3 | 6 | 12 | 'appointment';
  /** Owed by each centre. */
  perCentre: boolean;
  /** All evidence. A pure function of lists; recomputed on change. */
  evidence: (context: Context) => Shown;
  lists: readonly ListDefinition<{ key: string }>[];
}

/** A duty's evidence, latest first, also by centre. */
export interface Shown {
  all: readonly Evidence[];
  byCentre: ReadonlyMap<CentreId | undefined, readonly Evidence[]>;
}
/** Those of one day by page, the same however the records came. */
export const latestFirst = (one: Evidence, other: Evidence): number =>
  Number(one.on < other.on) - Number(one.on > other.on) || (one.path ?? '').localeCompare(other.path ?? '');

function shownBy(records: readonly Evidence[]): Shown {
  const all = records.toSorted(latestFirst);
  return { all, byCentre: Map.groupBy(all, ({ centreId }) => centreId) };
}

interface Declared extends Pick<Duty, 'key' | 'body' | 'source' | 'every' | 'lists'> {
  of: (context: Context) => readonly Evidence[];
}

/** A duty of a single body. */
export const duty = ({ of, ...rest }: Declared): Duty => ({
  ...rest,
  perCentre: false,
  evidence: derivation(rest.lists, (context) => shownBy(of(context))),
});
/** A duty of each centre. */
export const centreDuty = (declared: Declared): Duty => ({ ...duty(declared), perCentre: true });
