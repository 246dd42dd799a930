/** Why the program takes no requests: `cachedPlans` shows plans only, while Microsoft 365 is away. */
export type NotReadyCode = 'starting' | 'cachedPlans' | 'draining';

/** `GET /api/ready`. */
export type Ready = { status: 'ready' } | { status: 'notReady'; code: NotReadyCode };

export interface Readiness {
  status(): Ready;
  isReady(): boolean;
  /** Lists are loaded and requests are answered. */
  open(): void;
  /** Shutdown begins: no new requests should be routed here. Never undone. */
  drain(): void;
}

export function createReadiness(): Readiness {
  let status: Ready = { status: 'notReady', code: 'starting' };
  return {
    status: () => status,
    isReady: () => status.status === 'ready',
    open: () => {
      if (status.status === 'notReady' && status.code === 'starting') status = { status: 'ready' };
    },
    drain: () => {
      status = { status: 'notReady', code: 'draining' };
    },
  };
}
