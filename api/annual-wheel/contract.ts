import { activityContract } from './activity-contract.ts';
import { calendarContract } from './calendar/calendar-contract.ts';
import { meetingContract } from './meetings/meeting-contract.ts';
import { planContract } from './plan-contract.ts';
import { taskContract } from './wheel-contract.ts';

export * from './activity-contract.ts';
export * from './calendar/calendar-contract.ts';
export * from './meetings/meeting-contract.ts';
export * from './plan-contract.ts';
export * from './wheel-contract.ts';

/** The wheel, its tasks and activities (R12). */
export const wheelContract = { ...taskContract, ...activityContract };

/** Every endpoint of the annual wheel. */
export const annualWheelContract = { ...wheelContract, ...planContract, ...meetingContract, ...calendarContract };
