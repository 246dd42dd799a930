/** Sends the ledger's messages: one gate, one table of reactions, each recipient in exactly one state. */
export { ChatError, type ChatAddress, type ChatMessage, type ChatPort } from './chat-port.ts';
export { cardEdits, type CardEdits } from './card-edits.ts';
export { createCardFollower, type CardFollower, type Follower, type CardFollowerOptions } from './card-follower.ts';
export { followerCursor, type Cursor } from './cursor.ts';
export type { EditResult } from './edit-card.ts';
export { createGate, type Gate, type GateLane, type GateStatus } from './gate.ts';
export { createSending, type Sending, type SendingOptions, type SendingStatus } from './sending.ts';
