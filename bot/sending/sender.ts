import type { Context } from '../../api/context.ts';
import type { Outcome } from '../../api/deliveries/index.ts';
import type { Meter, PersonId, Tracer } from '../../api/kernel/index.ts';
import type { ChatMessage, ChatPort } from './chat-port.ts';
import type { CredentialsCircuit } from './credentials-circuit.ts';
import type { Gate } from './gate.ts';
import type { Installer } from './installer.ts';
import type { RealTime } from './real-time.ts';
import type { Wire } from './wire.ts';

/** Shared by all campaigns of this process. */
export interface Sender {
  context: Context;
  cardFor(kind: string, subjectKey: string, personId: PersonId): ChatMessage;
  /** The card with a note that it may be a repeat. */
  asRepeat?: ((message: ChatMessage, personId: PersonId) => ChatMessage) | undefined;
  /** Content of an old card replaced by a newer one of its kind. */
  replacedCard?: ((kind: string, subjectKey: string, personId: PersonId) => ChatMessage) | undefined;
  chat: ChatPort;
  gate: Gate;
  time: RealTime;
  meter: Meter;
  /** Whether this instance sends. */
  leads(): boolean;
  tracer: Tracer;
  /** Absent: without the app `notInstalled`. */
  installer?: Installer | undefined;
  deadline?: number | undefined;
  /** Messages in flight. */
  wire: Wire;
  /** Aborted when the program stops. */
  signal: AbortSignal;
  circuit: CredentialsCircuit;
  /** Unwritten outcomes by block; stored until written, so that nobody is written to twice. */
  unwritten: Map<string, Map<PersonId, Outcome>>;
  onProgress(): void;
}
