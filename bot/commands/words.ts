import type { Language } from '../../api/kernel/index.ts';
import type { TaskFilter } from '../reminders/index.ts';
import type { CommandName } from './command.ts';

/** How people say it. Without a language, a word belongs to both and the person's own decides. */
export interface Phrase {
  command: CommandName;
  language?: Language;
  text: string;
}

const say = (command: CommandName, language: Language | undefined, ...texts: string[]): Phrase[] =>
  texts.map((text) => ({ command, ...(language ? { language } : {}), text }));

/** Whole sentences and short forms, as typed: case, æøå and accents are folded. */
export const phrases: readonly Phrase[] = [
  ...say('help', 'da', 'hjælp', 'hej', 'hejsa', 'goddag', 'godmorgen', 'dav', 'hvad kan du', 'hvad kan jeg skrive'),
  ...say('help', 'da', 'hjælp mig', 'kommandoer', 'hvordan virker det', 'hvem er du', 'kom i gang', 'davs', 'menu'),
  ...say('help', 'en', 'help', 'hi', 'hello', 'help me', 'what can you do', 'commands', 'good morning', 'who are you'),
  ...say('help', 'en', 'how does this work', 'get started', 'hi there', 'hello there'),
  ...say('help', undefined, '?', 'hey', 'start'),
  ...say(
    'tasks',
    'da',
    'mine opgaver',
    'opgaver',
    'min opgave',
    'hvad skylder jeg',
    'hvad skal jeg',
    'hvad mangler jeg',
  ),
  ...say(
    'tasks',
    'da',
    'skal jeg noget',
    'har jeg noget',
    'huskeliste',
    'mit overblik',
    'overblik',
    'vis mine opgaver',
  ),
  ...say('tasks', 'en', 'my tasks', 'tasks', 'what do i owe', 'what must i do', 'what am i missing', 'to do', 'todo'),
  ...say('tasks', 'en', 'my to do', 'my overview', 'overview', 'show my tasks', 'what do i have to do'),
  ...say('tasks', 'da', 'overskredne opgaver', 'opgaver denne uge', 'hvad er overskredet', 'hvad skal jeg denne uge'),
  ...say('tasks', 'en', 'overdue tasks', 'tasks this week', 'what is overdue', 'what must i do this week'),
  ...say('approvals', 'da', 'godkendelser', 'mine godkendelser', 'godkendelse', 'hvad skal jeg godkende', 'dagsorden'),
  ...say(
    'approvals',
    'da',
    'hvad skal jeg tage stilling til',
    'hvad skal jeg stemme om',
    'afstemninger',
    'dagsordenen',
  ),
  ...say('approvals', 'en', 'approvals', 'my approvals', 'approval', 'what must i approve', 'what do i approve'),
  ...say('approvals', 'en', 'what must i decide', 'what must i vote on', 'agenda', 'the agenda'),
  ...say('centre', 'da', 'mit center', 'mine centre', 'mit centers opgaver', 'opgaver i mit center', 'centeret'),
  ...say('centre', 'da', 'hvordan går det i mit center', 'hvem mangler noget i mit center', 'mine medarbejdere'),
  ...say('centre', 'da', 'hvad er status i mit center', 'status i mit center', 'hvad er status for mit center'),
  ...say('centre', 'en', 'what is the status in my centre', 'status in my centre', 'what is the status of my centre'),
  ...say('centre', 'en', 'my centre', 'my center', 'my centres', 'tasks in my centre', 'my people', 'my employees'),
  ...say('policy', 'da', 'politik', 'politikken', 'informationssikkerhedspolitik', 'informationssikkerhedspolitikken'),
  ...say('policy', 'da', 'sikkerhedspolitik', 'sikkerhedspolitikken', 'vis politikken', 'læs politikken', 'bekræft'),
  ...say('policy', 'da', 'bekræft politikken', 'hvor er politikken', 'reglerne', 'regler', 'jeg har læst politikken'),
  ...say('policy', 'en', 'policy', 'the policy', 'security policy', 'information security policy', 'read the policy'),
  ...say(
    'policy',
    'en',
    'show the policy',
    'confirm',
    'confirm the policy',
    'where is the policy',
    'the rules',
    'rules',
  ),
  ...say('coordinator', 'da', 'hvem er min isk', 'min isk', 'hvem skal jeg spørge', 'hvem spørger jeg', 'hvem er isk'),
  ...say('coordinator', 'da', 'informationssikkerhedskoordinator', 'koordinator', 'min koordinator', 'kontaktperson'),
  ...say('coordinator', 'da', 'hvem kan jeg spørge', 'hvem er min koordinator', 'kontakt'),
  ...say(
    'coordinator',
    'en',
    'who is my isk',
    'my isk',
    'whom do i ask',
    'who do i ask',
    'who can i ask',
    'coordinator',
  ),
  ...say('coordinator', 'en', 'my coordinator', 'who is my coordinator', 'contact', 'contact person'),
  ...say('coordinator', undefined, 'isk'),
  ...say('status', 'da', 'hvad er status', 'hvordan går det', 'hvordan står det til', 'dækning', 'hvor mange mangler'),
  ...say('status', 'da', 'tal', 'hvem mangler', 'hvor mange har bekræftet', 'vis status', 'dækningen'),
  ...say('status', 'en', 'what is the status', 'show status', 'how is it going', 'coverage', 'how many are missing'),
  ...say('status', 'en', 'numbers', 'who is missing', 'how many have confirmed', 'how are we doing', 'figures'),
  ...say('status', undefined, 'status'),
  ...say(
    'emergency',
    'da',
    'det er nede',
    'nødprocedure',
    'nødprocedurer',
    'nødplan',
    'systemet er nede',
    'alt er nede',
  ),
  ...say('emergency', 'da', 'når det er nede', 'nødprocedurerne', 'vis nødprocedurer', 'it er nede', 'beredskab'),
  ...say('emergency', 'en', 'it is down', 'emergency', 'emergency procedure', 'emergency procedures', 'emergency plan'),
  ...say('emergency', 'en', 'when it is down', 'the system is down', 'everything is down', 'system down'),
  ...say(
    'courses',
    'da',
    'kursus',
    'kurser',
    'mine kurser',
    'mit kursus',
    'kurset',
    'gdpr',
    'gdpr kursus',
    'e-læring',
    'elæring',
  ),
  ...say(
    'courses',
    'da',
    'hvor er kurset',
    'jeg har taget kurset',
    'jeg skal tage kurset',
    'åbn kurset',
    'vis mine kurser',
  ),
  ...say('courses', 'en', 'course', 'courses', 'my course', 'my courses', 'training', 'my training', 'gdpr course'),
  ...say(
    'courses',
    'en',
    'e-learning',
    'elearning',
    'i have taken the course',
    'where is the course',
    'open the course',
  ),
  ...say(
    'accident',
    'da',
    'der er sket noget',
    'der er sket et uheld',
    'hændelse',
    'meld en hændelse',
    'sikkerhedshændelse',
  ),
  ...say('accident', 'en', 'something has happened', 'something happened', 'incident', 'report an incident'),
];

/** Words that decide a longer sentence's meaning, most significant first. */
export const keywords: readonly Phrase[] = [
  ...say('coordinator', 'da', 'koordinator', 'kontaktperson', 'informationssikkerhedskoordinator'),
  ...say('coordinator', 'en', 'coordinator'),
  ...say('coordinator', undefined, 'isk'),
  ...say('status', 'da', 'dækning', 'dækningen', 'statustal'),
  ...say('status', 'en', 'coverage'),
  ...say('status', undefined, 'status'),
  ...say('centre', 'da', 'center', 'centeret', 'centre'),
  ...say('centre', 'en', 'centre'),
  ...say('approvals', 'da', 'godkendelser', 'godkendelse', 'godkende', 'afstemning', 'dagsorden'),
  ...say('approvals', 'en', 'approvals', 'approval', 'approve', 'agenda'),
  ...say('tasks', 'da', 'overskredne', 'overskredet', 'forsinkede'),
  ...say('tasks', 'en', 'overdue'),
  ...say('tasks', 'da', 'opgaver', 'opgave', 'opgaverne', 'skylder', 'frist', 'frister', 'fristen'),
  ...say('tasks', 'en', 'tasks', 'task', 'owe', 'deadline', 'deadlines'),
  ...say('policy', 'da', 'politik', 'politikken', 'politikkens', 'sikkerhedspolitik', 'sikkerhedspolitikken'),
  ...say('policy', 'da', 'informationssikkerhedspolitik', 'informationssikkerhedspolitikken', 'bekræfte', 'bekræft'),
  ...say('policy', 'en', 'policy', 'confirm'),
  ...say('emergency', 'da', 'nødprocedure', 'nødprocedurer', 'nødproceduren', 'nødplan', 'nedbrud'),
  ...say('emergency', 'en', 'emergency', 'outage'),
  ...say('courses', 'da', 'kursus', 'kurset', 'kurser', 'kurserne', 'gdpr', 'elæring'),
  ...say('courses', 'en', 'course', 'courses', 'training'),
  ...say('help', 'da', 'hjælp', 'hjælpe', 'hej'),
  ...say('help', 'en', 'help', 'hello'),
];

/** Words that filter tasks. */
export const filterWords: readonly { only: TaskFilter; text: string }[] = [
  ...['overskredne', 'overskredet', 'overskreden', 'forsinkede', 'forsinket', 'over tiden', 'overdue', 'late'].map(
    (text) => ({ only: 'overdue' as const, text }),
  ),
  ...['denne uge', 'i ugen', 'ugens', 'this week'].map((text) => ({ only: 'thisWeek' as const, text })),
];

/** Common words that indicate a sentence's language. */
export const languageWords: Readonly<Record<Language, readonly string[]>> = {
  da: ['hvad', 'hvem', 'hvor', 'hvordan', 'er', 'jeg', 'min', 'mine', 'mit', 'skal', 'vis', 'kan', 'og', 'på', 'tak'],
  en: ['what', 'who', 'where', 'how', 'is', 'the', 'my', 'must', 'show', 'can', 'and', 'please', 'do', 'thanks', 'are'],
};
