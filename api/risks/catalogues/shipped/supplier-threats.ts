import { threatsFrom } from './threat-rows.ts';

/** Threats from suppliers and processors. */
export const supplierThreats = threatsFrom('supplier', [
  [
    'breach',
    'Leverandøren bliver angrebet, og vores data er med',
    'Angriberen kommer ind hos leverandøren eller en underleverandør og når kommunens data derfra.',
    'The supplier is attacked, and our data with it',
    'The attacker gets in at the supplier or a subcontractor and reaches the council’s data from there.',
  ],
  [
    'noAgreement',
    'Aftalen om databehandling mangler eller er forældet',
    'Det er ikke aftalt, hvad leverandøren må, hvordan data beskyttes, og hvem der skal have besked.',
    'The agreement on processing is missing or outdated',
    'It is not agreed what the supplier may do, how data is protected, and who is told.',
  ],
  [
    'subcontractors',
    'Data ender hos en, vi ikke kender',
    'Leverandøren tager en ny underleverandør eller flytter driften, uden at vi når at sige fra.',
    'Data ends up with somebody we do not know',
    'The supplier takes a new subcontractor or moves operations before we can object.',
  ],
  [
    'otherCountry',
    'Data kan læses i et land uden samme beskyttelse',
    'Support, drift eller et moderselskab uden for EU har adgang til oplysninger om borgere.',
    'Data can be read in a country without the same protection',
    'Support, operations or a parent company outside the EU has access to information about citizens.',
  ],
  [
    'lateNotice',
    'Vi får for sent at vide, at noget er sket',
    'Leverandøren opdager eller fortæller det først, når fristerne er løbet, og borgerne er ramt.',
    'We are told too late that something has happened',
    'The supplier finds or tells it only when deadlines have passed and citizens are hit.',
  ],
  [
    'lockIn',
    'Vi kan ikke få vores data med os',
    'Formater, pris eller manglende hjælp gør det svært at skifte, når aftalen slutter.',
    'We cannot take our data with us',
    'Formats, price or lack of help make it hard to change when the agreement ends.',
  ],
  [
    'notSeparated',
    'Kunders data bliver blandet',
    'En fejl viser vores data til en anden kunde, eller andres til os.',
    'Customers’ data is mixed',
    'A flaw shows our data to another customer, or theirs to us.',
  ],
  [
    'notInspected',
    'Ingen ser efter, om leverandøren gør det aftalte',
    'Erklæringer bliver ikke indhentet eller læst, og mangler bliver ikke fulgt op.',
    'Nobody looks whether the supplier does what was agreed',
    'Auditors’ statements are not fetched or read, and gaps are not followed up.',
  ],
  [
    'notDeleted',
    'Data bliver ikke slettet, når samarbejdet slutter',
    'Kopier bliver liggende hos leverandøren, i sikkerhedskopier eller hos underleverandører.',
    'Data is not deleted when the cooperation ends',
    'Copies stay with the supplier, in backups or with subcontractors.',
  ],
]);
