/** Critical services, impact over time, and what a system can do when it is down. */
export const criticalServices = {
  title: 'Kritiske ydelser',
} as const;
