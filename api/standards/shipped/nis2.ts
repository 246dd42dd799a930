import type { ShippedStandard } from './shape.ts';

/** NIS 2-loven (Act no. 434 of 6 May 2025): the ten areas of § 6, management's duties by § 7, and §§ 10 and 15. */
export const nis2: ShippedStandard = {
  key: 'nis2',
  prefix: 'nis2',
  title: { da: 'NIS 2-loven', en: 'The NIS 2 Act' },
  version: '434/2025',
  selectable: false,
  sections: [
    {
      title: { da: '§ 6: De ti områder', en: '§ 6: The ten areas' },
      requirements: [
        ['6.1', 'Politikker for risiko og sikkerhed', 'Policies for risk and security'],
        ['6.2', 'Håndtering af hændelser', 'Handling of incidents'],
        [
          '6.3',
          'Drift i en krise: backup, genetablering, kriseledelse',
          'Running in a crisis: backup, restoring, leadership',
        ],
        ['6.4', 'Sikkerhed hos leverandører', 'Security at suppliers'],
        [
          '6.5',
          'Sikkerhed, når systemer købes, udvikles og passes',
          'Security when systems are bought, developed and kept',
        ],
        ['6.6', 'Vi måler, om foranstaltningerne virker', 'We measure whether the measures work'],
        ['6.7', 'Gode vaner og uddannelse i cybersikkerhed', 'Good habits and training in cyber security'],
        ['6.8', 'Regler for kryptering', 'Rules for encryption'],
        ['6.9', 'Personale, adgang og styr på aktiver', 'Staff, access and assets in order'],
        ['6.10', 'Login i flere trin og sikker kommunikation', 'Sign-in in several steps and safe communication'],
      ],
    },
    {
      title: { da: '§ 7: Ledelsen', en: '§ 7: Management' },
      requirements: [
        [
          '7.1',
          'Ledelsen godkender foranstaltningerne og fører tilsyn',
          'Management approves the measures and supervises them',
        ],
        ['7.2', 'Ledelsen tager kurser og opfordrer andre til det', 'Management takes courses and has others do so'],
      ],
    },
    {
      title: { da: 'Registrering og underretning', en: 'Registering and reporting' },
      requirements: [
        ['10', 'Vi er registreret, og oplysningerne er rigtige', 'We are registered, and what is said is right'],
        ['15', 'Modtagere af tjenesten får besked om hændelser', 'Those who use the service are told of incidents'],
      ],
    },
  ],
};
