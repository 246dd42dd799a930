/** Sends the ledger's messages: one gate, one table of reactions, each recipient in exactly one state. */
export { ChatError, type ChatMessage, type ChatPort } from './chat-port.ts';
export { cardEdits, type CardEdits } from './card-edits.ts';
export { createCardFollower, type CardFollower, type Follower } from './card-follower.ts';
export { createEndedCards, type EndedKind } from './ended-cards.ts';
export { followerCursor } from './cursor.ts';
export type { EditResult } from './edit-card.ts';
export { createEditsAgain, editMade, type EditCard, type EditsAgain } from './edits-again.ts';
export { createGate } from './gate.ts';
export { createSending, type Sending, type SendingOptions } from './sending.ts';
