import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import type { Actor, CentreId, LocalDate } from '../../kernel/index.ts';
import type { ListDefinition } from '../../sharepoint/index.ts';
import type { dutyBodies } from '../contract.ts';
import type { TextGroups, TextKey } from '../../texts/catalogue.ts';

export type DutyBody = (typeof dutyBodies)[number];

/** A record that shows that a duty was done. */
export interface Evidence {
  /** The day on which it was done. */
  on: LocalDate;
  /** The first and last day that it holds for, where the record says so itself. */
  from?: LocalDate;
  until?: LocalDate;
  /** What the record is called, or the text by which the program calls it, with its values. */
  title: string | { text: TextKey; values: Readonly<Record<string, string | number>> };
  path?: string;
  /** The centre whose duty it shows; only of duties of centres. */
  centreId?: CentreId;
  /** Who may open the path, where not everybody may who reads of duties. */
  opens?: (context: Context, actor: Actor) => boolean;
}

/** One duty of one body (R9–R16). Words stand under `dutyWords.<key>`. */
export interface Duty {
  key: TextGroups<'dutyWords'>;
  body: DutyBody;
  /** Where the demand stands: numbers of docs/domain.md, and sections of NIS 2-loven. */
  source: string;
  /** What was done counts until the end of the month so many months later; `appointment`: as long as the record says. */
  every: 3 | 6 | 12 | 'appointment';
  /** Each centre owes it for itself. */
  perCentre: boolean;
  /** Every record that shows it. A pure function of lists; computed again when one of them changes. */
  evidence: (context: Context) => Shown;
  lists: readonly ListDefinition<{ key: string }>[];
}

/** Records of a duty, the latest first, and those of each centre among them. */
export interface Shown {
  all: readonly Evidence[];
  byCentre: ReadonlyMap<CentreId | undefined, readonly Evidence[]>;
}
function shownBy(records: readonly Evidence[]): Shown {
  const all = records.toSorted((one, other) => Number(one.on < other.on) - Number(one.on > other.on));
  return { all, byCentre: Map.groupBy(all, ({ centreId }) => centreId) };
}

interface Declared extends Pick<Duty, 'key' | 'body' | 'source' | 'every' | 'lists'> {
  of: (context: Context) => readonly Evidence[];
}

/** A duty of a body that there is one of. */
export const duty = ({ of, ...rest }: Declared): Duty => ({
  ...rest,
  perCentre: false,
  evidence: derivation(rest.lists, (context) => shownBy(of(context))),
});
/** A duty that each centre has. */
export const centreDuty = (declared: Declared): Duty => ({ ...duty(declared), perCentre: true });
