import type { Context } from '../../context.ts';
import type { Actor, CentreId, Language } from '../../kernel/index.ts';
import { coordinatorsOf, managersOf, roleHolders, type Person } from '../../organisation/index.ts';
import type { PackedPlan } from '../packs/pack-content.ts';
import { directoryPhone } from '../plans/phones.ts';
import { planSheet, type PlanSheet } from './plan-sheet.ts';

export interface PackPerson {
  role: 'coordinator' | 'centreManager' | 'ciso' | 'securityTeam';
  name: string;
  /** As a plan in the pack gives it, else the directory's of today. */
  phone: string;
}

/** All that a pack is written from. */
export interface PackPaper {
  organisation: string;
  centreTitle: string;
  number: number;
  /** Moment, ISO 8601. */
  madeAt: string;
  contentHash: string;
  language: Language;
  /** Shortest downtime first, then by name. */
  sheets: PlanSheet[];
  people: PackPerson[];
}

const danish = new Intl.Collator('da');

/** Reads names and plans into what is written. From memory. */
export function packPaper(
  context: Context,
  {
    centreId,
    plans,
    ...rest
  }: Omit<PackPaper, 'organisation' | 'sheets' | 'people'> & {
    centreId: CentreId;
    plans: readonly PackedPlan[];
  },
): PackPaper {
  const sheets = plans
    .map(({ now, version }) => planSheet(context, now, version))
    .sort((one, other) => (one.mtd ?? Infinity) - (other.mtd ?? Infinity) || danish.compare(one.system, other.system));
  return { ...rest, organisation: context.organisation.name, sheets, people: peopleOf(context, centreId, plans) };
}

function peopleOf(context: Context, centreId: CentreId, plans: readonly PackedPlan[]): PackPerson[] {
  const phones = new Map(
    plans.flatMap(({ version }) =>
      version.version.content.contacts.flatMap(({ personId, phone }) =>
        personId === undefined || phone === '' ? [] : [[personId, phone] as const],
      ),
    ),
  );
  const of = (role: PackPerson['role'], people: readonly Person[]): PackPerson[] =>
    people.map(({ key, title }) => ({
      role,
      name: title,
      phone: phones.get(key) ?? directoryPhone(context, key) ?? '',
    }));
  const whole = (role: Actor['roles'][number]['role'] & PackPerson['role']) =>
    of(
      role,
      roleHolders(context)
        .filter(({ held }) => held.role === role)
        .map(({ person }) => person),
    );
  return [
    ...of('coordinator', coordinatorsOf(context, centreId)),
    ...of('centreManager', managersOf(context, centreId)),
    ...whole('ciso'),
    ...whole('securityTeam').slice(0, 5),
  ];
}
