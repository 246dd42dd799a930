import type { Context } from '../context.ts';
import type { Language } from '../kernel/index.ts';
import { contextPart } from '../context-part.ts';
import type { CampaignKind } from './campaign-kind.ts';
import type { Campaign } from './delivery-lists.ts';

const declared = contextPart<ReadonlyMap<string, CampaignKind>>('deliveries/campaignKinds');

/** Registers the application's kinds of campaign. Called once at start-up. */
export const declareCampaignKinds = (context: Context, kinds: readonly CampaignKind[]): void =>
  declared.set(context, new Map(kinds.map((kind) => [kind.kind, kind])));

export const campaignKind = (context: Context, kind: string): CampaignKind | undefined =>
  declared.get(context)?.get(kind);

/** The title in a reader's language. */
export const campaignTitle = (
  context: Context,
  { kind, subjectKey, title }: Pick<Campaign, 'kind' | 'subjectKey' | 'title'>,
  language: Language,
): string => campaignKind(context, kind)?.titleIn?.(context, subjectKey, language) ?? title;
