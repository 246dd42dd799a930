import type { RiskScale } from '../../contract.ts';

type Step = RiskScale['likelihood'][number];
type Level = RiskScale['levels'][number];

/** Likelihood words of the three municipal sets. */
export const municipalLikelihood: Step[] = [
  {
    word: { da: 'Usandsynligt', en: 'Unlikely' },
    description: {
      da: 'Vi venter det ikke. Det er højst sket et par gange i landet de seneste ti år.',
      en: 'We do not expect it. It has happened a few times at most in the country in the last ten years.',
    },
  },
  {
    word: { da: 'Mindre sandsynligt', en: 'Less likely' },
    description: {
      da: 'Det kan ske, men sjældnere end hvert tredje år hos os.',
      en: 'It may happen, but less often than every third year here.',
    },
  },
  {
    word: { da: 'Sandsynligt', en: 'Likely' },
    description: {
      da: 'Det sker nok inden for et til tre år. Det er sket hos os eller i kommuner som vores.',
      en: 'It will probably happen within one to three years. It has happened here or in councils like ours.',
    },
  },
  {
    word: { da: 'Forventet', en: 'Expected' },
    description: {
      da: 'Det sker hvert år eller oftere, eller det er i gang nu.',
      en: 'It happens every year or more often, or it is going on now.',
    },
  },
];

/** Low to very high, for likelihood. */
export const plainLikelihood: Step[] = municipalLikelihood.map((step, place) => ({
  ...step,
  word:
    [
      { da: 'Lav (usandsynligt)', en: 'Low (unlikely)' },
      { da: 'Medium (mindre sandsynligt)', en: 'Medium (less likely)' },
      { da: 'Høj (sandsynligt)', en: 'High (likely)' },
      { da: 'Meget høj (forventet)', en: 'Very high (expected)' },
    ][place] ?? step.word,
}));

const mild = {
  da: 'Gener, der hurtigt går over. Ingen lider tab, og opgaven bliver løst samme dag.',
  en: 'Nuisances that soon pass. Nobody suffers a loss, and the work is done the same day.',
};
const minor = {
  da: 'Mærkbare gener eller et mindre tab, der kan rettes op. Opgaven bliver forsinket nogle dage.',
  en: 'Noticeable nuisances or a small loss that can be put right. The work is delayed for some days.',
};
const serious = {
  da: 'Alvorligt for dem, det går ud over: krænkelse, tab af penge eller rettigheder, eller fare for helbredet.',
  en: 'Serious for those it befalls: a violation, loss of money or rights, or danger to health.',
};
const grave = {
  da: 'Varig eller uoprettelig skade: liv og helbred, identitet, økonomi, eller en vigtig opgave, der går i stå.',
  en: 'Lasting or irreparable harm: life and health, identity, money, or an important task that comes to a halt.',
};

/** Consequences of the national guidance; the sets differ in the last word only. */
export const gradedConsequence = (worst: Step['word']): Step[] => [
  { word: { da: 'Ubetydelig', en: 'Insignificant' }, description: mild },
  { word: { da: 'Mindre alvorlig', en: 'Less serious' }, description: minor },
  { word: { da: 'Meget alvorlig', en: 'Very serious' }, description: serious },
  { word: worst, description: grave },
];

/** Low to very high, for consequence. */
export const plainConsequence: Step[] = [
  { word: { da: 'Lav', en: 'Low' }, description: mild },
  { word: { da: 'Medium', en: 'Medium' }, description: minor },
  { word: { da: 'Høj', en: 'High' }, description: serious },
  { word: { da: 'Meget høj', en: 'Very high' }, description: grave },
];

const calm = {
  da: 'Kan accepteres. Hold øje med den ved næste vurdering.',
  en: 'Can be accepted. Keep an eye on it at the next assessment.',
};
const watch = {
  da: 'Kan accepteres, når centret kender den. Brug de enkle ting, der bringer den ned.',
  en: 'Can be accepted when the centre knows of it. Do the simple things that bring it down.',
};
const plan = {
  da: 'Skal have en plan. Den kan kun accepteres med en god grund.',
  en: 'Needs a plan. It can be accepted only for a good reason.',
};
const soon = {
  da: 'Skal nedbringes snart. Kun udvalget kan acceptere den, og kun for en tid.',
  en: 'Must be brought down soon. Only the committee can accept it, and only for a time.',
};
const stop = {
  da: 'Skal nedbringes straks, eller opgaven må standses. Kun den øverste ledelse kan acceptere den.',
  en: 'Must be brought down at once, or the work stopped. Only the top management can accept it.',
};

const words = {
  veryLow: { da: 'Meget lav', en: 'Very low' },
  low: { da: 'Lav', en: 'Low' },
  middle: { da: 'Middel', en: 'Medium' },
  high: { da: 'Høj', en: 'High' },
  veryHigh: { da: 'Meget høj', en: 'Very high' },
};

export const threeLevels: Level[] = [
  { word: words.low, description: calm, tone: 'green', acceptedBy: 'centreManager' },
  { word: words.middle, description: plan, tone: 'yellow', acceptedBy: 'ciso' },
  { word: words.high, description: soon, tone: 'red', acceptedBy: 'securityCommittee' },
];
export const fourLevels: Level[] = [
  { word: words.low, description: calm, tone: 'green', acceptedBy: 'centreManager' },
  { word: words.middle, description: plan, tone: 'yellow', acceptedBy: 'ciso' },
  { word: words.high, description: soon, tone: 'orange', acceptedBy: 'securityCommittee' },
  { word: words.veryHigh, description: stop, tone: 'red', acceptedBy: 'corporateManagement' },
];
export const fiveLevels: Level[] = [
  { word: words.veryLow, description: calm, tone: 'green', acceptedBy: 'centreManager' },
  { word: words.low, description: watch, tone: 'lightGreen', acceptedBy: 'centreManager' },
  { word: words.middle, description: plan, tone: 'yellow', acceptedBy: 'ciso' },
  { word: words.high, description: soon, tone: 'orange', acceptedBy: 'securityCommittee' },
  { word: words.veryHigh, description: stop, tone: 'red', acceptedBy: 'corporateManagement' },
];
