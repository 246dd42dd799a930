/** Outside Teams, and when the tab is added to a channel: read before the app itself. */
export const outside = {
  title: 'Åbn appen i Teams',
  text: 'Sikkerhedshjulet virker inde i Microsoft Teams, fordi det er Teams, der ved, hvem du er.',
  open: 'Åbn i Teams',
  retry: 'Jeg er i Teams, prøv igen',
  tooOld: {
    title: 'Opdater Teams eller browseren',
    text: 'Denne udgave af Teams eller browseren er for gammel til Sikkerhedshjulet. Opdater den, eller brug en anden enhed. Beskederne i chatten virker stadig.',
  },
  configure: {
    title: 'Tilføj Sikkerhedshjulet',
    text: 'Vælg, hvad fanen skal vise. Hver læser ser sit eget.',
    tabName: 'Informationssikkerhed',
  },
} as const;
