import type { RealTime } from './real-time.ts';

/** Pause of sending after Teams refused our credentials (ms). */
const restMilliseconds = 60_000;

/**
 * Open while Teams refuses our credentials: nothing is sent. Allows one try after a minute, since the token service may
 * have been unavailable.
 */
export function credentialsCircuit(time: RealTime) {
  let refused: { code: string; until: number } | undefined;
  return {
    refuse: (code: string): void => {
      refused = { code, until: time.now() + restMilliseconds };
    },
    isOpen: (): boolean => refused !== undefined && time.now() < refused.until,
    /** Code of the latest refusal, until a send succeeds. */
    alarm: (): string | undefined => refused?.code,
    /** A send succeeded. */
    clear: (): void => {
      refused = undefined;
    },
  };
}
export type CredentialsCircuit = ReturnType<typeof credentialsCircuit>;
