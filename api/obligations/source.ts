import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import type { LocalDate, Obligation, PersonId, SharedWork } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';

type Lists = readonly ListDefinition<{ key: string }>[];

/** What only the person can do: derived for everybody at once, and cheaply for one. */
export interface PersonalSource {
  kinds: readonly string[];
  /** The lists that it is derived from, when they and `also` and the day decide: it is then kept until one changes. */
  lists?: Lists;
  /** What else it is derived from, each another object when it has changed. */
  also?(context: Context): readonly (object | undefined)[];
  /** Everybody's, made one after the other, so that whoever asks can let others in between. */
  all(context: Context, today: LocalDate): Iterable<Obligation>;
  of(context: Context, personId: PersonId, today: LocalDate): readonly Obligation[];
}

/** Work with somebody named for it. Whose obligation it is today is decided here, not by the feature. */
export interface SharedSource {
  kinds: readonly string[];
  /** The lists it is derived from: it is derived again when one of them changes. */
  lists: Lists;
  work(context: Context, today: LocalDate): readonly SharedWork[];
}

/** Every feature's derivations. Handed over by the application; obligations know no subject. */
export interface ObligationSources {
  personal: readonly PersonalSource[];
  shared: readonly SharedSource[];
}

const declared = contextPart<ObligationSources>('obligations/source');
const none: ObligationSources = { personal: [], shared: [] };

/** Called once when the application is put together. */
export const declareObligationSources = (context: Context, sources: ObligationSources): void =>
  declared.set(context, sources);

export const obligationSources = (context: Context): ObligationSources => declared.get(context) ?? none;

/** Every kind that somebody may owe, in the order of the sources. */
export const obligationKinds = (context: Context): string[] => {
  const { personal, shared } = obligationSources(context);
  return [...new Set([...personal, ...shared].flatMap(({ kinds }) => kinds))];
};

/** All that obligations are derived from, as far as the sources tell. */
export const listsOfSources = (context: Context): Lists => {
  const { personal, shared } = obligationSources(context);
  return [...new Set([...personal.flatMap(({ lists = [] }) => lists), ...shared.flatMap(({ lists }) => lists)])];
};
