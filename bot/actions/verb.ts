import type { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { cleanTexts, type Actor, type AppError } from '../../api/kernel/index.ts';
import type { CardElement } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** A press partly carried out; a repeat does the rest. `said` is the card that says so. */
export class PartlyDone extends Error {
  override readonly name = 'PartlyDone';
  readonly said: ChatMessage;
  /** Why the rest failed. */
  readonly failed: AppError;
  constructor(said: ChatMessage, failed: AppError) {
    super(failed.code, { cause: failed });
    this.said = said;
    this.failed = failed;
  }
}

/** The act of one button. `run` checks permission, acts durably, and returns the new card. */
interface Declared<Data> {
  data: z.ZodType<Data>;
  /**
   * Whether the presser may know about the button's subject: it is theirs, a card informed them, or the tab shows it. A
   * button's data can be forged, so others get no answer about it, not even whether it exists. From memory.
   */
  isFor(context: Context, actor: Actor, data: NoInfer<Data>): boolean;
  run(context: Context, actor: Actor, data: NoInfer<Data>): Promise<ChatMessage>;
  /** First content of the card when the press was not carried out, or not yet. From memory. */
  urgent?(context: Context, actor: Actor, data: NoInfer<Data>): CardElement[];
}

/** A button with its parsed data. */
export interface Button {
  isFor(context: Context, actor: Actor): boolean;
  run(context: Context, actor: Actor): Promise<ChatMessage>;
  /** Empty for most. */
  urgent(context: Context, actor: Actor): CardElement[];
}

export interface Verb {
  /** Data of our cards. */
  data: z.ZodType;
  /** Undefined for other data. */
  read(data: unknown): Button | undefined;
}
/** All buttons of the product, e.g. `{ 'policy.acknowledge': acknowledgePolicyAction }`. */
export type Verbs = Readonly<Record<string, Verb>>;

/** Declares a button. */
export const verb = <Data>(declared: Declared<Data>): Verb => ({
  data: declared.data,
  read: (given) => {
    const { success, data } = declared.data.safeParse(cleanTexts(given));
    if (!success) return undefined;
    return {
      isFor: (context, actor) => declared.isFor(context, actor, data),
      run: (context, actor) => declared.run(context, actor, data),
      urgent: (context, actor) => declared.urgent?.(context, actor, data) ?? [],
    };
  },
});
