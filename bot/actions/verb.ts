import type { z } from 'zod';
import type { Context } from '../../api/context.ts';
import type { Actor, AppError } from '../../api/kernel/index.ts';
import type { CardElement } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** A press that did a part of what it says; the same press again does the rest. `said` is the card that tells which. */
export class PartlyDone extends Error {
  override readonly name = 'PartlyDone';
  readonly said: ChatMessage;
  /** Why the rest was not done. */
  readonly failed: AppError;
  constructor(said: ChatMessage, failed: AppError) {
    super(failed.code, { cause: failed });
    this.said = said;
    this.failed = failed;
  }
}

/** What one button does. `run` decides whether the actor may, does it durably, and returns the card to show. */
interface Declared<Data> {
  data: z.ZodType<Data>;
  /**
   * Whether the presser was or may be told of what the button is about: it is theirs now, a card told of it, or they see
   * it in the tab. What a button carries can be made up, so nobody else is answered with anything about it, not even
   * whether it exists. From memory.
   */
  isFor(context: Context, actor: Actor, data: NoInfer<Data>): boolean;
  run(context: Context, actor: Actor, data: NoInfer<Data>): Promise<ChatMessage>;
  /** What stands first on the card whenever the press could not be carried out, or not yet. From memory. */
  urgent?(context: Context, actor: Actor, data: NoInfer<Data>): CardElement[];
}

/** A button with what it carries, which has been read. */
export interface Button {
  isFor(context: Context, actor: Actor): boolean;
  run(context: Context, actor: Actor): Promise<ChatMessage>;
  /** Nothing for most. */
  urgent(context: Context, actor: Actor): CardElement[];
}

export interface Verb {
  /** What a card of ours carries. */
  data: z.ZodType;
  /** Undefined when it carries something else. */
  read(data: unknown): Button | undefined;
}
/** All buttons of the product, e.g. `{ 'policy.acknowledge': acknowledgePolicyAction }`. */
export type Verbs = Readonly<Record<string, Verb>>;

/** Declares a button. */
export const verb = <Data>(declared: Declared<Data>): Verb => ({
  data: declared.data,
  read: (given) => {
    const { success, data } = declared.data.safeParse(given);
    if (!success) return undefined;
    return {
      isFor: (context, actor) => declared.isFor(context, actor, data),
      run: (context, actor) => declared.run(context, actor, data),
      urgent: (context, actor) => declared.urgent?.(context, actor, data) ?? [],
    };
  },
});
