import type { ShippedStandard } from './shape.ts';

/** ISO/IEC 27001:2022, clauses 4–10: the management system. All of it is mandatory. */
export const iso27001: ShippedStandard = {
  key: 'iso27001',
  prefix: 'iso27001',
  title: { da: 'ISO 27001 kapitel 4–10', en: 'ISO 27001 clauses 4–10' },
  version: '2022',
  selectable: false,
  sections: [
    {
      title: { da: 'Kapitel 4: Rammerne', en: 'Clause 4: The setting' },
      requirements: [
        [
          '4.1',
          'Kend det, der påvirker sikkerheden udefra og indefra',
          'Know what affects security from outside and within',
        ],
        ['4.2', 'Kend dem, der har krav og forventninger til os', 'Know who has demands and expectations of us'],
        ['4.3', 'Afgræns, hvad ledelsessystemet dækker', 'Draw the line around what the management system covers'],
        ['4.4', 'Driv ledelsessystemet, og gør det bedre', 'Run the management system and make it better'],
      ],
    },
    {
      title: { da: 'Kapitel 5: Ledelsen', en: 'Clause 5: Leadership' },
      requirements: [
        ['5.1', 'Ledelsen går forrest og tager ansvar', 'Management leads and takes responsibility'],
        ['5.2', 'En politik, som ledelsen har vedtaget', 'A policy that management has adopted'],
        ['5.3', 'Det er klart, hvem der har hvilken opgave', 'It is clear who has which task'],
      ],
    },
    {
      title: { da: 'Kapitel 6: Planlægningen', en: 'Clause 6: Planning' },
      requirements: [
        ['6.1.1', 'Planlæg ud fra risici og muligheder', 'Plan from risks and opportunities'],
        ['6.1.2', 'En fast måde at vurdere risici på', 'One set way to assess risks'],
        [
          '6.1.3',
          'En fast måde at håndtere risici på, og en SoA',
          'One set way to treat risks, and a statement of applicability',
        ],
        ['6.2', 'Mål for sikkerheden og en plan for at nå dem', 'Goals for security and a plan to reach them'],
        ['6.3', 'Ændringer sker efter en plan', 'Changes follow a plan'],
      ],
    },
    {
      title: { da: 'Kapitel 7: Det, der skal være til rådighed', en: 'Clause 7: What must be at hand' },
      requirements: [
        ['7.1', 'Tid, penge og hænder nok', 'Enough time, money and hands'],
        ['7.2', 'De, der gør arbejdet, kan det', 'Those who do the work are able to'],
        ['7.3', 'Alle ved, hvad sikkerheden kræver af dem', 'Everybody knows what security asks of them'],
        ['7.4', 'Det er aftalt, hvad der meldes ud, til hvem og hvornår', 'It is agreed what is told to whom and when'],
        ['7.5.1', 'De dokumenter, der skal være, er der', 'The documents that must exist do'],
        ['7.5.2', 'Dokumenter skrives og opdateres ens', 'Documents are written and updated in one way'],
        ['7.5.3', 'Der er styr på dokumenter og versioner', 'Documents and versions are kept in order'],
      ],
    },
    {
      title: { da: 'Kapitel 8: Driften', en: 'Clause 8: Operation' },
      requirements: [
        ['8.1', 'Arbejdet udføres, som det er planlagt', 'The work is done as planned'],
        ['8.2', 'Risici vurderes til tiden og ved ændringer', 'Risks are assessed on time and upon changes'],
        ['8.3', 'Planen for at håndtere risici føres ud i livet', 'The plan for treating risks is carried out'],
      ],
    },
    {
      title: { da: 'Kapitel 9: Opfølgningen', en: 'Clause 9: Following up' },
      requirements: [
        ['9.1', 'Mål, om det virker', 'Measure whether it works'],
        [
          '9.2.1',
          'Se selv efter med faste mellemrum (intern audit)',
          'Look for yourselves at set times (internal audit)',
        ],
        ['9.2.2', 'Et program for de interne audits', 'A programme for the internal audits'],
        ['9.3.1', 'Ledelsen ser på det hele med faste mellemrum', 'Management looks at all of it at set times'],
        ['9.3.2', 'Ledelsen får det at vide, den skal bruge', 'Management is told what it needs'],
        [
          '9.3.3',
          'Ledelsens beslutninger skrives ned og følges op',
          'What management decides is written down and followed up',
        ],
      ],
    },
    {
      title: { da: 'Kapitel 10: Forbedringen', en: 'Clause 10: Getting better' },
      requirements: [
        ['10.1', 'Bliv ved med at gøre det bedre', 'Keep on making it better'],
        ['10.2', 'Ret fejl, og fjern årsagen', 'Mend what is wrong, and remove the cause'],
      ],
    },
  ],
};
