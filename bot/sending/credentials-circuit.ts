import type { RealTime } from './real-time.ts';

/** How long nothing is sent after Teams refused our credentials, before one more try (ms). */
const restMilliseconds = 60_000;

/**
 * Open while Teams refuses our credentials: nobody can be written to, so nobody is tried. It closes by itself for one
 * try after a minute, since a token service may have been away.
 */
export function credentialsCircuit(time: RealTime) {
  let refused: { code: string; until: number } | undefined;
  return {
    refuse: (code: string): void => {
      refused = { code, until: time.now() + restMilliseconds };
    },
    isOpen: (): boolean => refused !== undefined && time.now() < refused.until,
    /** The code of the latest refusal, until something was sent again. */
    alarm: (): string | undefined => refused?.code,
    /** Something was sent: all is well. */
    clear: (): void => {
      refused = undefined;
    },
  };
}
export type CredentialsCircuit = ReturnType<typeof credentialsCircuit>;
