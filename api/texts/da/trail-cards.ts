/** The card with the seal of the audit trail. */
export const trailCards = {
  title: 'Segl for {{day}}',
  summary: 'Revisionssporet er forseglet til og med {{day}}. Du skal ikke gøre noget.',
  what: 'Revisionssporet er forseglet til og med den dag. Du skal ikke gøre noget: kortet er din kopi af seglet.',
  day: 'Til og med',
  entries: 'Forseglet',
  late: 'Heraf kom sent',
  acts_one: '{{count}} handling',
  acts_other: '{{count}} handlinger',
  keep: 'Ændrer, sletter eller tilføjer nogen noget i sporet bagefter, passer det ikke længere med seglet. Dem, der passer appen, kan sammenligne de to for dig.',
  open: 'Åbn Revisionsspor',
  goneTitle: 'Der er kommet et nyere segl',
  gone: 'Seglet på et tidligere kort gælder stadig for dagene til og med sin dato.',
} as const;
