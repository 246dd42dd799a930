import type { Context, Translate } from '../context.ts';
import { languages } from '../kernel/index.ts';
import { fold } from '../organisation/index.ts';
import {
  agreementStates,
  assetKinds,
  assetStates,
  carriedScores,
  criticalities,
  dataSubjectGroups,
  hostings,
  personalDataKinds,
} from './contract.ts';
import { textIfThere } from '../texts/translate.ts';

/** The vocabularies of an asset, with their text keys. */
const vocabularies = {
  kind: { values: assetKinds, texts: 'risks.kind' },
  criticality: { values: criticalities, texts: 'risks.criticality' },
  hosting: { values: hostings, texts: 'risks.hosting' },
  state: { values: assetStates, texts: 'risks.assetState' },
  personalData: { values: personalDataKinds, texts: 'risks.personalData' },
  dataSubjects: { values: dataSubjectGroups, texts: 'risks.dataSubject' },
  score: { values: carriedScores, texts: 'risks.carriedScore' },
  agreement: { values: agreementStates, texts: 'risks.agreement' },
} as const;
export type Vocabulary = keyof typeof vocabularies;
export type WordOf<Name extends Vocabulary> = (typeof vocabularies)[Name]['values'][number];

/** The word of a value in the reader's language. */
export const assetWord = <Name extends Vocabulary>(t: Translate, name: Name, value: WordOf<Name>): string =>
  textIfThere(t, `${vocabularies[name].texts}.${value}`) ?? value;

/** Synonyms of other registers: labels and stored values of OS2kitos and OS2compliance, and plain words. */
const elsewhere: { [Name in Vocabulary]: Partial<Record<WordOf<Name>, readonly string[]>> } = {
  kind: {
    system: ['it system', 'system', 'fagsystem', 'module', 'modul', 'server', 'service', 'tjeneste', 'ASSET', 'aktiv'],
    workProcess: ['behandlingsaktivitet', 'arbejdsproces', 'proces', 'process', 'REGISTER', 'processing activity'],
  },
  criticality: {
    low: ['NON_CRITICAL', 'ikke kritisk', 'not critical', 'lav', 'nej', 'no'],
    medium: ['mellem', 'moderat', 'moderate'],
    high: ['CRITICAL', 'kritisk', 'forretningskritisk', 'business critical', 'ja', 'yes'],
    vital: ['samfundskritisk', 'vital', 'meget høj', 'very high'],
  },
  hosting: {
    own: ['on premise', 'ONPREMISE', 'OnPremise', 'internt', 'egen server', 'own'],
    supplier: ['eksternt', 'EXTERNAL', 'external', 'leverandør', 'supplier'],
    unknown: ['hybrid', 'UNDECIDED', 'uafklaret', 'undecided'],
  },
  state: {
    planned: ['under indfasning', 'PhasingIn', 'phasing in'],
    inUse: ['i drift', 'Operational', 'under udfasning', 'PhasingOut', 'aktiv', 'aktivt', 'active', 'in use'],
    retired: ['ikke i drift', 'NotInUse', 'inaktiv', 'inaktivt', 'ikke aktivt', 'inactive', 'afviklet'],
  },
  personalData: {
    ordinary: ['almindelige personoplysninger', 'PersonData', 'almindelig'],
    confidential: ['fortrolige', 'fortrolige personoplysninger', 'fortrolige cpr', 'cpr', 'confidential'],
    sensitive: ['følsomme personoplysninger', 'SensitiveData', 'følsom'],
    unknown: ['ukendt', 'ved ikke', 'uafklaret', 'skal afklares', 'unknown', 'undecided'],
    criminal: ['straffedomme og lovovertrædelser', 'straffedomme', 'LegalData', 'straffedomme og lovovertrædelser mv'],
  },
  dataSubjects: {
    citizens: ['borger', 'citizen'],
    children: ['barn', 'elever', 'child'],
    vulnerable: ['udsatte borgere', 'vulnerable'],
    employees: ['ansatte', 'medarbejder', 'staff'],
    relatives: ['pårørende', 'forældre'],
    partners: ['eksterne samarbejdspartnere', 'leverandører'],
  },
  score: {
    green: ['GREEN'],
    lightGreen: ['LIGHT_GREEN', 'lys grøn'],
    yellow: ['YELLOW'],
    orange: ['ORANGE'],
    red: ['RED'],
  },
  agreement: {
    yes: ['YES', 'indgået'],
    no: ['NO'],
    onGoing: ['ON_GOING', 'i gang'],
    notRelevant: ['NOT_RELEVANT'],
  },
};
/** Words that mean "none" in a list. */
const nothing = ['ingen', 'none', 'ingen personoplysninger', 'no personal data', 'nej'];

export type Words = { [Name in Vocabulary]: (text: string) => WordOf<Name> | undefined } & {
  /** Whether a list value means "none". */
  isNone(text: string): boolean;
};

/** The reader's meaning of a file's word: one of our values, or '' for nothing. */
export interface SaidWord {
  field: Vocabulary;
  word: string;
  means: string;
}

/**
 * Meaning of a file's word: the reader's, our texts in every language, our stored values, then those of other
 * registers.
 */
export function assetWords(context: Context, said: readonly SaidWord[] = []): Words {
  const texts = languages.map((language) => context.texts(language));
  const meaning = <Name extends Vocabulary>(name: Name) => {
    const known = new Map<string, WordOf<Name>>();
    const values: readonly WordOf<Name>[] = vocabularies[name].values;
    for (const value of values) {
      const others: readonly string[] = elsewhere[name][value] ?? [];
      for (const word of [value, ...texts.map((t) => assetWord(t, name, value)), ...others])
        if (!known.has(fold(word))) known.set(fold(word), value);
    }
    for (const { field, word, means } of said) {
      const value = field === name ? values.find((one) => one === means) : undefined;
      if (value !== undefined) known.set(fold(word), value);
    }
    return (text: string) => known.get(fold(text));
  };
  const saidNothing = said.filter(({ means }) => means === '').map(({ word }) => word);
  const none = new Set([...nothing, ...saidNothing, ...texts.map((t) => t('risks.personalData.none'))].map(fold));
  return {
    kind: meaning('kind'),
    criticality: meaning('criticality'),
    hosting: meaning('hosting'),
    state: meaning('state'),
    personalData: meaning('personalData'),
    dataSubjects: meaning('dataSubjects'),
    score: meaning('score'),
    agreement: meaning('agreement'),
    isNone: (text) => none.has(fold(text)),
  };
}
