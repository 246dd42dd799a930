import type { Context } from '../../api/context.ts';
import type { Outcome } from '../../api/deliveries/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import type { ChatMessage, ChatPort } from './chat-port.ts';
import type { CredentialsCircuit } from './credentials-circuit.ts';
import type { Gate } from './gate.ts';
import type { Installer } from './installer.ts';
import type { RealTime } from './real-time.ts';
import type { Wire } from './wire.ts';

/** What all campaigns of this process share. */
export interface Sender {
  context: Context;
  cardFor(kind: string, subjectKey: string, personId: PersonId): ChatMessage;
  /** The card with words for whoever may have seen it before. */
  asRepeat?: ((message: ChatMessage, personId: PersonId) => ChatMessage) | undefined;
  /** What an old card shows once a newer one of its kind has taken its place. */
  replacedCard?: ((kind: string, subjectKey: string, personId: PersonId) => ChatMessage) | undefined;
  chat: ChatPort;
  gate: Gate;
  time: RealTime;
  /** Absent: whoever lacks the app is `notInstalled`. */
  installer?: Installer | undefined;
  deadline?: number | undefined;
  /** What is on its way to Teams. */
  wire: Wire;
  /** Aborted when the program stops. */
  signal: AbortSignal;
  circuit: CredentialsCircuit;
  /** Outcomes by block that are not written yet; kept until they are, so that nobody is written to twice. */
  unwritten: Map<string, Map<PersonId, Outcome>>;
  onProgress(): void;
}
