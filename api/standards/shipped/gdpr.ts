import type { ShippedStandard } from './shape.ts';

/** The articles of GDPR, Regulation (EU) 2016/679, on security and its documentation. */
export const gdpr: ShippedStandard = {
  key: 'gdpr',
  prefix: 'gdpr',
  title: { da: 'GDPR (sikkerhed)', en: 'GDPR (security)' },
  version: '2016/679',
  selectable: false,
  sections: [
    {
      title: { da: 'Principper', en: 'Principles' },
      requirements: [
        ['5(1)(e)', 'Data gemmes ikke længere end nødvendigt', 'Data are kept no longer than needed'],
        ['5(1)(f)', 'Data er fortrolige, rigtige og til rådighed', 'Data are confidential, whole and available'],
        ['5(2)', 'Vi kan vise, at reglerne følges', 'We can show that the rules are followed'],
      ],
    },
    {
      title: { da: 'Den dataansvarlige', en: 'The controller' },
      requirements: [
        ['24', 'Foranstaltninger, der passer til risikoen', 'Measures that fit the risk'],
        ['25(1)', 'Databeskyttelse er tænkt ind fra begyndelsen', 'Data protection is designed in from the start'],
        ['25(2)', 'Databeskyttelse er slået til som standard', 'Data protection is on by default'],
        ['26', 'Fælles dataansvar er aftalt', 'Joint responsibility is agreed'],
      ],
    },
    {
      title: { da: 'Databehandlere', en: 'Processors' },
      requirements: [
        ['28(1)', 'Databehandlere vælges med omhu', 'Processors are chosen with care'],
        ['28(3)', 'Der er en databehandleraftale med hver', 'There is an agreement with each processor'],
        ['28(2)', 'Underdatabehandlere er godkendt', 'Sub-processors are approved'],
        ['29', 'Data behandles kun efter instruks', 'Data are processed by instruction only'],
      ],
    },
    {
      title: { da: 'Sikkerhed', en: 'Security' },
      requirements: [
        ['30', 'En fortegnelse over behandlinger', 'A record of processing'],
        ['32(1)(a)', 'Kryptering og pseudonymer, hvor det er nødvendigt', 'Encryption and pseudonyms where needed'],
        ['32(1)(b)', 'Systemer og tjenester er robuste', 'Systems and services are robust'],
        ['32(1)(c)', 'Data kan skaffes igen efter en hændelse', 'Data can be brought back after an incident'],
        ['32(1)(d)', 'Sikkerheden prøves af og vurderes jævnligt', 'Security is tried and judged regularly'],
        ['32(2)', 'Risikoen for de registrerede er vurderet', 'The risk to the people concerned is assessed'],
        ['32(4)', 'Medarbejdere behandler kun data efter instruks', 'Employees process data by instruction only'],
      ],
    },
    {
      title: { da: 'Brud og konsekvenser', en: 'Breaches and impact' },
      requirements: [
        [
          '33',
          'Brud meldes til Datatilsynet inden for 72 timer',
          'Breaches are reported to the authority within 72 hours',
        ],
        ['33(5)', 'Alle brud skrives ned', 'All breaches are written down'],
        [
          '34',
          'De registrerede får besked, når risikoen er høj',
          'The people concerned are told when the risk is high',
        ],
        ['35', 'En konsekvensanalyse, før noget med høj risiko', 'An impact assessment before anything of high risk'],
        ['36', 'Datatilsynet høres, når risikoen stadig er høj', 'The authority is asked when the risk is still high'],
        [
          '39',
          'Databeskyttelsesrådgiveren fører tilsyn og rådgiver',
          'The data protection officer monitors and advises',
        ],
        ['44', 'Data sendes kun ud af EU efter reglerne', 'Data leave the EU by the rules only'],
      ],
    },
  ],
};
