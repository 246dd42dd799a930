export { chatEntry, isToBeWelcomed, personOf, type ChatEntry } from './chat-events.ts';
export { centreNamed, coordinatorCard } from './coordinator-card.ts';
export { welcomeCard } from './welcome-card.ts';
export { saySorry, sorryLater, unansweredCard } from './unanswered.ts';
export { sayWelcomes, welcomeLater } from './welcome-later.ts';
