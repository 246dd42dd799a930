/** Critical services, impact over time, and what a system can do when it is down. */
export const criticalServices = {
  title: 'Kritiske ydelser',
  acceptance: {
    document: {
      figures: 'Det, der skal accepteres',
      reason: 'Hvorfor',
      peaks: 'Tider, hvor den må være nede i kortere tid',
      impacts: 'Det sker, når ydelsen er væk',
      impact: 'Efter {{time}}: {{level}} – {{word}}',
      days: 'den {{from}}. til den {{to}}.',
      atMost: 'højst {{time}}',
    },
  },
} as const;
