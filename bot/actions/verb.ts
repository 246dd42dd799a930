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
export interface Verb {
  /** Whether this is data of a card of ours. */
  data: z.ZodType;
  /**
   * Whether the presser was or may be told of what the button is about: it is theirs now, a card told of it, or they see
   * it in the tab. What a button carries can be made up, so nobody else is answered with anything about it, not even
   * whether it exists. From memory.
   */
  isFor(context: Context, actor: Actor, data: unknown): boolean;
  run(context: Context, actor: Actor, data: unknown): Promise<ChatMessage>;
  /** What stands first on the card whenever the press could not be carried out, or not yet. From memory. */
  urgent?(context: Context, actor: Actor, data: unknown): CardElement[];
}
/** All buttons of the product, e.g. `{ 'policy.acknowledge': acknowledgePolicyAction }`. */
export type Verbs = Readonly<Record<string, Verb>>;

/** Declares a button: its data is parsed before `run` sees it. */
export const verb = <Data>(declared: {
  data: z.ZodType<Data>;
  isFor(context: Context, actor: Actor, data: NoInfer<Data>): boolean;
  run(context: Context, actor: Actor, data: Data): Promise<ChatMessage>;
  urgent?(context: Context, actor: Actor, data: NoInfer<Data>): CardElement[];
}): Verb => ({
  data: declared.data,
  isFor: (context, actor, data) => declared.isFor(context, actor, declared.data.parse(data)),
  run: (context, actor, data) => declared.run(context, actor, declared.data.parse(data)),
  ...(declared.urgent
    ? { urgent: (context, actor, data) => declared.urgent?.(context, actor, declared.data.parse(data)) ?? [] }
    : {}),
});
