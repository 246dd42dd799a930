/** Counts what passes, for the operators' metrics. Labels are codes, route patterns and our own names: never people. */
export interface Meter {
  /** An answered request; `route` is a pattern or the name of a door. */
  request(route: string, status: number, seconds: number): void;
  /** One attempt at Microsoft Graph; status 0 without an answer. `units` are resource units. */
  graphCall(lane: string, status: number, units: number, seconds: number): void;
  /** A recipient's final state, and its reason. */
  card(state: string, code: string | undefined): void;
  /** A logged warning or error. */
  logged(level: 'warning' | 'error', code: string): void;
}

export const noMeter: Meter = {
  request: () => undefined,
  graphCall: () => undefined,
  card: () => undefined,
  logged: () => undefined,
};
