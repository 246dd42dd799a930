import type { z } from 'zod';
import type { Context, Translate } from '../../api/context.ts';
import type { Actor, Language, Obligation } from '../../api/kernel/index.ts';
import { notice, paragraph, type CardElement } from './elements.ts';
import { plain } from './markdown.ts';

/** In which words a card is written. */
export interface Wording {
  language: Language;
  t: Translate;
  /** True when the card is about one thing only, so that buttons need not say which. */
  alone: boolean;
}

/** One press that does what somebody owes, on a card that may hold more than that. */
export interface Act {
  title: string;
  verb: string;
  data: Readonly<Record<string, string>>;
  /** What must have been seen before it is pressed. */
  shown?: CardElement[];
  /** What may be filled in before it is pressed. */
  fields?: CardElement[];
}

/** How one kind of obligation is done from a card; absent when it cannot be done by one press. */
export type ActOn = (context: Context, obligation: Obligation, wording: Wording) => Act | undefined;

/** What became of a press, said above the card that comes back. Not escaped. */
export interface Thanks {
  tone: 'good' | 'warning';
  text: string;
}

/** That, as the notice of a card. */
export const noticeOf = (thanks: Thanks | undefined): CardElement[] =>
  thanks ? [notice(thanks.tone, paragraph(plain(thanks.text)))] : [];

/** What such a press does; the card that comes back is the one it stood on. Throws AppError. */
interface Declared<Data> {
  data: z.ZodType<Data>;
  /** Whether the presser was or may be told of it, beside what their digest of the day told (see `Verb`). */
  isFor(context: Context, actor: Actor, data: NoInfer<Data>): boolean;
  /** Key of what it is about. */
  about(data: NoInfer<Data>): string;
  run(context: Context, actor: Actor, data: NoInfer<Data>): Promise<Thanks>;
}

/** A press with what it carries, which has been read. */
export interface PressRead {
  about: string;
  isFor(context: Context, actor: Actor): boolean;
  run(context: Context, actor: Actor): Promise<Thanks>;
}

export interface Press {
  data: z.ZodType;
  /** Undefined when it carries something else. */
  read(data: unknown): PressRead | undefined;
}

/** Declares a press. */
export const press = <Data>(declared: Declared<Data>): Press => ({
  data: declared.data,
  read: (given) => {
    const { success, data } = declared.data.safeParse(given);
    if (!success) return undefined;
    return {
      about: declared.about(data),
      isFor: (context, actor) => declared.isFor(context, actor, data),
      run: (context, actor) => declared.run(context, actor, data),
    };
  },
});
