import { missingIn, type AppRegistration, type Settings } from '../../config/index.ts';
import { connect, type Connection, type Surroundings } from '../../program/connect.ts';
import { NotAsked } from '../../questions/index.ts';

/** What questions use, or why it is not there. */
export type Part<Value> = Value | NotAsked;

/** Throws the reason when the part is not there. */
export function given<Value>(part: Part<Value>): Value {
  if (part instanceof NotAsked) throw part;
  return part;
}

/** The result of work; NotAsked is one too. */
export const asPart = <Value>(work: Promise<Value>): Promise<Part<Value>> =>
  work.catch((thrown: unknown) => {
    if (thrown instanceof NotAsked) return thrown;
    throw thrown;
  });

/** The connection of the running app, or of the one that makes lists. */
export function connectionOf(
  config: Settings & { tenantId: string },
  which: 'app' | 'provisioning',
  surroundings: Surroundings,
): Part<Connection> {
  const registration: AppRegistration | undefined = config[which];
  if (registration) return connect(config, registration, surroundings);
  const missing = config.missing?.[which] ?? missingIn(config);
  const unset =
    which === 'app' ? 'APP_ID is not set.' : 'PROVISIONING_APP_ID is not set: nothing else may make a list.';
  return new NotAsked(missing.join(' ') || unset, { isFailure: true });
}
