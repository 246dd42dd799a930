import type { Faults } from '../faults.ts';
import { connectorError, faultNamed, type ConnectorError, type ConnectorFault } from './connector-errors.ts';

/** Result of a call. */
export interface Outcome {
  fault?: ConnectorFault;
  error?: ConnectorError;
  /** The work is done, and only its answer is lost. */
  afterwards?: boolean;
  retryAfterSeconds?: number;
}

const ambiguous: ReadonlySet<ConnectorFault> = new Set([
  'GatewayTimeout',
  'ServiceUnavailable',
  'BadGateway',
  'reset',
  'hang',
]);

/**
 * The faults of one call: the person's own, then "done but answered 504 or reset", then random. Half of the ambiguous
 * random answers follow a stored message.
 */
export function createConnectorFaults(faults: Faults) {
  return function outcomeFor(person: string | undefined, reading: boolean): Outcome {
    const { connector, random } = faults;
    const own = person === undefined ? undefined : connector.person[person];
    const named = own === undefined ? undefined : faultNamed(own);
    if (named) return outcome(named, false);
    if (!reading && faults.strikes(connector.acceptThen504, 'acceptThen504')) return outcome('GatewayTimeout', true);
    if (!reading && faults.strikes(connector.acceptThenReset, 'acceptThenReset')) return outcome('reset', true);
    if (connector.random.rate > 0 && connector.random.kinds.length > 0 && random.next() < connector.random.rate) {
      const fault = faultNamed(random.pick(connector.random.kinds)) ?? 'ServiceError';
      return outcome(fault, !reading && ambiguous.has(fault) && random.next() < 0.5);
    }
    return {};
  };

  function outcome(fault: ConnectorFault, afterwards: boolean): Outcome {
    if (fault === 'reset' || fault === 'hang') return { fault, afterwards };
    const retryAfterSeconds = faults.connector.retryAfterSeconds;
    return {
      fault,
      afterwards,
      error: connectorError(fault),
      ...(retryAfterSeconds > 0 ? { retryAfterSeconds } : {}),
    };
  }
}
