export { successionCardFor } from './succession-card.ts';
