import type PQueue from 'p-queue';
import type { Campaign, CampaignKind, Outcome } from '../../api/deliveries/index.ts';
import type { AppError } from '../../api/kernel/index.ts';
import type { SendWindow } from './send-window.ts';
import type { Sender } from './sender.ts';
import type { WireRun } from './wire.ts';

/** A campaign's data for sending a single message. */
export interface Delivering extends Pick<
  Sender,
  'context' | 'cardFor' | 'asRepeat' | 'chat' | 'gate' | 'time' | 'installer' | 'deadline' | 'signal'
> {
  kind: CampaignKind;
  campaign: Campaign;
  /** True when sending must stop: stopped, paused, cancelled, or the credentials are refused. */
  halted(): boolean;
  /** Teams refuses our credentials. */
  onRefused(code: string): void;
  /** A dependency of card or recipient is unavailable: the campaign stops for this run. */
  onAway(error: AppError): void;
  /** Teams calls our message malformed. */
  onWrongPayload(code: string): void;
}

/** One running campaign. */
export interface CampaignRun {
  sender: Sender;
  delivering: Delivering;
  /** Whose reservations these are. */
  wire: WireRun;
  /** Limits reservations ahead, over all blocks of the campaign. */
  window: SendWindow;
  /** Limits concurrent calls. */
  pool: PQueue;
  /** Whether this sweep includes retries. */
  retries: boolean;
  conclude(outcome: Outcome): void;
}
