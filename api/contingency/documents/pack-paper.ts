import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { consolidation } from '../../critical-services/index.ts';
import type { Actor, CentreId, Language } from '../../kernel/index.ts';
import { coordinatorsOf, findPerson, hasLeft, managersOf, roleHolders, type Person } from '../../organisation/index.ts';
import { oneLine } from '../../paper/printable.ts';
import { phoneOfPerson } from '../plans/phones.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import { planSheet, type PlanSheet } from './plan-sheet.ts';
import { compareDanish } from '../../texts/format.ts';

/** A plan with its version in force. */
export interface PackedPlan {
  now: PlanNow;
  version: PlanVersionNow;
}

export interface PackPerson {
  role: 'coordinator' | 'centreManager' | 'ciso' | 'securityTeam';
  name: string;
  /** From the plan in the pack, else from today's directory. */
  phone: string;
}

/** A plan's form: its bytes, or why they are missing. */
export interface PackForm {
  title: string;
  name: string;
  /** MIME type. */
  type: string;
  /** Bytes. */
  size: number;
  bytes?: Uint8Array;
  why?: 'tooLarge' | 'lost';
}

/** A vital system without a plan, and its contact. */
export interface PackGap {
  system: string;
  /** Hours. */
  mtd?: number;
  owner?: { name: string; phone: string };
  supplier: string;
}

/** Input of a pack. */
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
  /** By the key of the version. */
  forms: ReadonlyMap<string, readonly PackForm[]>;
  withoutPlan: PackGap[];
  people: PackPerson[];
}

/** Resolves names and plans into content. From memory. */
export function packPaper(
  context: Context,
  {
    centreId,
    plans,
    withoutPlan = [],
    forms = new Map(),
    ...rest
  }: Omit<PackPaper, 'organisation' | 'sheets' | 'people' | 'forms' | 'withoutPlan'> & {
    centreId: CentreId;
    plans: readonly PackedPlan[];
    withoutPlan?: readonly string[];
    forms?: PackPaper['forms'];
  },
): PackPaper {
  const sheets = plans
    .map(({ now, version }) => planSheet(context, now, version))
    .sort((one, other) => (one.mtd ?? Infinity) - (other.mtd ?? Infinity) || compareDanish(one.system, other.system));
  return {
    ...rest,
    organisation: context.organisation.name,
    sheets,
    forms,
    withoutPlan: withoutPlan
      .flatMap((key) => gapOf(context, key, plans))
      .sort((one, other) => (one.mtd ?? Infinity) - (other.mtd ?? Infinity) || compareDanish(one.system, other.system)),
    people: peopleOf(context, centreId, plans),
  };
}

function gapOf(context: Context, assetKey: string, plans: readonly PackedPlan[]): PackGap[] {
  const asset = findAsset(context, assetKey);
  if (!asset) return [];
  const mtd = consolidation(context).get(assetKey)?.mtd?.hours;
  const owner = asset.ownerId === undefined ? undefined : findPerson(context, asset.ownerId);
  const contacts = plans.flatMap(({ version }) => version.version.content.contacts);
  return [
    {
      system: oneLine(asset.title),
      supplier: oneLine(asset.supplier ?? ''),
      ...(mtd === undefined ? {} : { mtd }),
      ...(owner === undefined || hasLeft(context, owner.key)
        ? {}
        : { owner: { name: owner.title, phone: phoneOfPerson(context, owner.key, contacts) ?? '' } }),
    },
  ];
}

function peopleOf(context: Context, centreId: CentreId, plans: readonly PackedPlan[]): PackPerson[] {
  const contacts = plans.flatMap(({ version }) => version.version.content.contacts);
  const of = (role: PackPerson['role'], people: readonly Person[]): PackPerson[] =>
    people.map(({ key, title }) => ({
      role,
      name: title,
      phone: phoneOfPerson(context, key, contacts) ?? '',
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
