export { accidentCard, accidentMenu, strangerAccidentCard, tellButton, tellPart } from './accident-card.ts';
export { deskNumbers } from './accident-parts.ts';
export { incidentCardFor } from './alarm-card.ts';
export { incidentReceiptCardFor, incidentTakenCardFor } from './receipt-card.ts';
export { createIncidentFollower } from './incident-follower.ts';
export { incidentVerbs } from './incident-verbs.ts';
