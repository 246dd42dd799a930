import type { z } from 'zod';
import type { Context, Translate } from '../../api/context.ts';
import { cleanTexts, type Actor, type Language, type Obligation } from '../../api/kernel/index.ts';
import { notice, paragraph, type CardElement } from './elements.ts';
import { plain } from './markdown.ts';

/** In which words a card is written. */
export interface Wording {
  language: Language;
  t: Translate;
  /** True when the card has one subject, so that buttons need not name it. */
  alone: boolean;
}

/** A one-press act for an obligation, on a card that may have several. */
export interface Act {
  title: string;
  verb: string;
  data: Readonly<Record<string, string>>;
  /** Content to show before the press. */
  shown?: CardElement[];
  /** Fields to fill in before the press. */
  fields?: CardElement[];
}

/** The act for one kind of obligation; undefined when one press is not enough. */
export type ActOn = (context: Context, obligation: Obligation, wording: Wording) => Act | undefined;

/** The result of a press, shown above the returned card. Not escaped. */
export interface Thanks {
  tone: 'good' | 'warning';
  text: string;
}

/** The same, as a card's notice. */
export const thanksNotice = (thanks: Thanks | undefined): CardElement[] =>
  thanks ? [notice(thanks.tone, paragraph(plain(thanks.text)))] : [];

/** The act of such a press; its own card is returned. Throws AppError. */
interface Declared<Data> {
  data: z.ZodType<Data>;
  /** Whether the presser may know about it, besides by the day's digest (see `Verb`). */
  isFor(context: Context, actor: Actor, data: NoInfer<Data>): boolean;
  /** Key of its subject. */
  about(data: NoInfer<Data>): string;
  run(context: Context, actor: Actor, data: NoInfer<Data>): Promise<Thanks>;
}

/** A press with its parsed data. */
export interface PressRead {
  about: string;
  isFor(context: Context, actor: Actor): boolean;
  run(context: Context, actor: Actor): Promise<Thanks>;
}

export interface Press {
  data: z.ZodType;
  /** Undefined for other data. */
  read(data: unknown): PressRead | undefined;
}

/** Declares a press. */
export const press = <Data>(declared: Declared<Data>): Press => ({
  data: declared.data,
  read: (given) => {
    const { success, data } = declared.data.safeParse(cleanTexts(given));
    if (!success) return undefined;
    return {
      about: declared.about(data),
      isFor: (context, actor) => declared.isFor(context, actor, data),
      run: (context, actor) => declared.run(context, actor, data),
    };
  },
});
