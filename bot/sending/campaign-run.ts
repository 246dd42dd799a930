import type PQueue from 'p-queue';
import type { Campaign, CampaignKind, Outcome } from '../../api/deliveries/index.ts';
import type { AppError } from '../../api/kernel/index.ts';
import type { SendWindow } from './send-window.ts';
import type { Sender } from './sender.ts';
import type { WireRun } from './wire.ts';

/** One campaign as the sending of a single message sees it. */
export interface Delivering extends Pick<
  Sender,
  'context' | 'cardFor' | 'asRepeat' | 'chat' | 'gate' | 'time' | 'installer' | 'deadline' | 'signal'
> {
  kind: CampaignKind;
  campaign: Campaign;
  /** True when nothing may be sent any more: stopped, paused, cancelled, or the credentials are refused. */
  halted(): boolean;
  /** Teams refuses our credentials. */
  onRefused(code: string): void;
  /** What the card or the recipient is judged by is away: nothing more of the campaign is sent in this run. */
  onAway(error: AppError): void;
  /** Teams calls our message malformed. */
  onWrongPayload(code: string): void;
}

/** One campaign while it is being sent. */
export interface CampaignRun {
  sender: Sender;
  delivering: Delivering;
  /** Whose reservations these are. */
  wire: WireRun;
  /** Bounds what is reserved ahead, over all blocks of the campaign. */
  window: SendWindow;
  /** Bounds the calls under way. */
  pool: PQueue;
  /** Whether this sweep takes those who were tried before. */
  retries: boolean;
  conclude(outcome: Outcome): void;
}
