import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import type { LocalDate, Obligation, PersonId, SharedWork } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';

type Lists = readonly ListDefinition<{ key: string }>[];

/** Personal obligations: derived for everybody at once, and cheaply for one. */
export interface PersonalSource {
  kinds: readonly string[];
  /** The lists it derives from, if they, `also` and the day determine it: it is then cached until one changes. */
  lists?: Lists;
  /** Other inputs; each a different object after a change. */
  also?(context: Context): readonly (object | undefined)[];
  /** Everybody's, generated one by one, for work in slices. */
  all(context: Context, today: LocalDate): Iterable<Obligation>;
  of(context: Context, personId: PersonId, today: LocalDate): readonly Obligation[];
}

/** Work with a named person. Whose obligation it is today is decided here, not by the feature. */
export interface SharedSource {
  kinds: readonly string[];
  /** The lists it derives from; a change derives it again. */
  lists: Lists;
  work(context: Context, today: LocalDate): readonly SharedWork[];
}

/** Every feature's derivations. Supplied by the application; obligations know no subject. */
export interface ObligationSources {
  personal: readonly PersonalSource[];
  shared: readonly SharedSource[];
}

const declared = contextPart<ObligationSources>('obligations/source');
const none: ObligationSources = { personal: [], shared: [] };

/** Called once at start-up. */
export const declareObligationSources = (context: Context, sources: ObligationSources): void =>
  declared.set(context, sources);

export const obligationSources = (context: Context): ObligationSources => declared.get(context) ?? none;

/** Every kind of obligation, in the order of the sources. */
export const obligationKinds = (context: Context): string[] => {
  const { personal, shared } = obligationSources(context);
  return [...new Set([...personal, ...shared].flatMap(({ kinds }) => kinds))];
};

/** All lists that obligations derive from, where declared. */
export const listsOfSources = (context: Context): Lists => {
  const { personal, shared } = obligationSources(context);
  return [...new Set([...personal.flatMap(({ lists = [] }) => lists), ...shared.flatMap(({ lists }) => lists)])];
};
