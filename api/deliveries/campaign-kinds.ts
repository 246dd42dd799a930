import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import type { CampaignKind } from './campaign-kind.ts';

const declared = contextPart<ReadonlyMap<string, CampaignKind>>('deliveries/campaignKinds');

/** Tells deliveries which kinds of campaign the application has. Called once when the application is put together. */
export const declareCampaignKinds = (context: Context, kinds: readonly CampaignKind[]): void =>
  declared.set(context, new Map(kinds.map((kind) => [kind.kind, kind])));

export const campaignKind = (context: Context, kind: string): CampaignKind | undefined =>
  declared.get(context)?.get(kind);
