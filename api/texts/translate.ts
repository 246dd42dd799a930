import { createInstance, type i18n } from 'i18next';
import { formatDate, type FormatLanguage } from './format.ts';
import type { TextValues } from './catalogue.ts';
import { approvalCards as approvalCardsDa } from './da/approval-cards.ts';
import { procedureTexts as procedureTextsDa } from './da/procedure-texts.ts';
import { bot as botDa } from './da/bot.ts';
import { calendar as calendarDa } from './da/calendar.ts';
import { cards as cardsDa } from './da/cards.ts';
import { documents as documentsDa } from './da/documents.ts';
import { dutyWords as dutyWordsDa } from './da/duty-words.ts';
import { errors as errorsDa } from './da/errors.ts';
import { figureAdvice as figureAdviceDa } from './da/figure-advice.ts';
import { figureDocuments as figureDocumentsDa } from './da/figure-documents.ts';
import { figureWords as figureWordsDa } from './da/figure-words.ts';
import { find as findDa } from './da/find.ts';
import { governanceDocuments as governanceDocumentsDa } from './da/governance-documents.ts';
import { kinds as kindsDa } from './da/kinds.ts';
import { leaveCards as leaveCardsDa } from './da/leave-cards.ts';
import { meetingCards as meetingCardsDa } from './da/meeting-cards.ts';
import { reports as reportsDa } from './da/reports.ts';
import { reminderCards as reminderCardsDa } from './da/reminder-cards.ts';
import { ownership as ownershipDa } from './da/ownership.ts';
import { roles as rolesDa } from './da/roles.ts';
import { wheelCatalogue as wheelCatalogueDa } from './da/wheel-catalogue.ts';
import { risks as risksDa } from './da/risks.ts';
import { riskDocuments as riskDocumentsDa } from './da/risk-documents.ts';
import { contingency as contingencyDa } from './da/contingency.ts';
import { criticalServices as criticalServicesDa } from './da/critical-services.ts';
import { contingencyPlans as contingencyPlansDa } from './da/contingency-plans.ts';
import { contingencyOverview as contingencyOverviewDa } from './da/contingency-overview.ts';
import { contingencyTests as contingencyTestsDa } from './da/contingency-tests.ts';
import { downtime as downtimeDa } from './da/downtime.ts';
import { offlinePacks as offlinePacksDa } from './da/offline-packs.ts';
import { advice as adviceDa } from './da/advice.ts';
import { statusReports as statusReportsDa } from './da/status-reports.ts';
import { initiatives as initiativesDa } from './da/initiatives.ts';
import { inspections as inspectionsDa } from './da/inspections.ts';
import { incidents as incidentsDa } from './da/incidents.ts';
import { pocket as pocketDa } from './da/pocket.ts';
import { operations as operationsDa } from './da/operations.ts';
import { personData as personDataDa } from './da/person-data.ts';
import { retention as retentionDa } from './da/retention.ts';
import { trailCards as trailCardsDa } from './da/trail-cards.ts';
import { trailWords as trailWordsDa } from './da/trail-words.ts';
import { wheelPlan as wheelPlanDa } from './da/wheel-plan.ts';
import { approvalCards as approvalCardsEn } from './en/approval-cards.ts';
import { procedureTexts as procedureTextsEn } from './en/procedure-texts.ts';
import { bot as botEn } from './en/bot.ts';
import { calendar as calendarEn } from './en/calendar.ts';
import { cards as cardsEn } from './en/cards.ts';
import { documents as documentsEn } from './en/documents.ts';
import { dutyWords as dutyWordsEn } from './en/duty-words.ts';
import { errors as errorsEn } from './en/errors.ts';
import { figureAdvice as figureAdviceEn } from './en/figure-advice.ts';
import { figureDocuments as figureDocumentsEn } from './en/figure-documents.ts';
import { figureWords as figureWordsEn } from './en/figure-words.ts';
import { find as findEn } from './en/find.ts';
import { governanceDocuments as governanceDocumentsEn } from './en/governance-documents.ts';
import { kinds as kindsEn } from './en/kinds.ts';
import { leaveCards as leaveCardsEn } from './en/leave-cards.ts';
import { meetingCards as meetingCardsEn } from './en/meeting-cards.ts';
import { reports as reportsEn } from './en/reports.ts';
import { reminderCards as reminderCardsEn } from './en/reminder-cards.ts';
import { ownership as ownershipEn } from './en/ownership.ts';
import { roles as rolesEn } from './en/roles.ts';
import { wheelCatalogue as wheelCatalogueEn } from './en/wheel-catalogue.ts';
import { risks as risksEn } from './en/risks.ts';
import { riskDocuments as riskDocumentsEn } from './en/risk-documents.ts';
import { contingency as contingencyEn } from './en/contingency.ts';
import { criticalServices as criticalServicesEn } from './en/critical-services.ts';
import { contingencyPlans as contingencyPlansEn } from './en/contingency-plans.ts';
import { contingencyOverview as contingencyOverviewEn } from './en/contingency-overview.ts';
import { contingencyTests as contingencyTestsEn } from './en/contingency-tests.ts';
import { downtime as downtimeEn } from './en/downtime.ts';
import { offlinePacks as offlinePacksEn } from './en/offline-packs.ts';
import { advice as adviceEn } from './en/advice.ts';
import { statusReports as statusReportsEn } from './en/status-reports.ts';
import { initiatives as initiativesEn } from './en/initiatives.ts';
import { inspections as inspectionsEn } from './en/inspections.ts';
import { incidents as incidentsEn } from './en/incidents.ts';
import { pocket as pocketEn } from './en/pocket.ts';
import { operations as operationsEn } from './en/operations.ts';
import { personData as personDataEn } from './en/person-data.ts';
import { retention as retentionEn } from './en/retention.ts';
import { trailCards as trailCardsEn } from './en/trail-cards.ts';
import { trailWords as trailWordsEn } from './en/trail-words.ts';
import { wheelPlan as wheelPlanEn } from './en/wheel-plan.ts';
import { shippedIn } from './shipped-words.ts';

/** The texts that the program itself says: chat, cards, errors and documents. The tab loads its own, page by page. */
export const catalogues = {
  da: {
    approvalCards: approvalCardsDa,
    procedureTexts: procedureTextsDa,
    bot: botDa,
    calendar: calendarDa,
    cards: cardsDa,
    documents: documentsDa,
    dutyWords: dutyWordsDa,
    errors: errorsDa,
    figureAdvice: figureAdviceDa,
    figureDocuments: figureDocumentsDa,
    figureWords: figureWordsDa,
    find: findDa,
    governanceDocuments: governanceDocumentsDa,
    kinds: kindsDa,
    leaveCards: leaveCardsDa,
    meetingCards: meetingCardsDa,
    reminderCards: reminderCardsDa,
    reports: reportsDa,
    ownership: ownershipDa,
    roles: rolesDa,
    wheelCatalogue: wheelCatalogueDa,
    risks: risksDa,
    riskDocuments: riskDocumentsDa,
    contingency: contingencyDa,
    criticalServices: criticalServicesDa,
    contingencyPlans: contingencyPlansDa,
    contingencyOverview: contingencyOverviewDa,
    contingencyTests: contingencyTestsDa,
    downtime: downtimeDa,
    offlinePacks: offlinePacksDa,
    incidents: incidentsDa,
    advice: adviceDa,
    statusReports: statusReportsDa,
    initiatives: initiativesDa,
    inspections: inspectionsDa,
    pocket: pocketDa,
    operations: operationsDa,
    personData: personDataDa,
    retention: retentionDa,
    trailCards: trailCardsDa,
    trailWords: trailWordsDa,
    wheelPlan: wheelPlanDa,
  },
  en: {
    approvalCards: approvalCardsEn,
    procedureTexts: procedureTextsEn,
    bot: botEn,
    calendar: calendarEn,
    cards: cardsEn,
    documents: documentsEn,
    dutyWords: dutyWordsEn,
    errors: errorsEn,
    figureAdvice: figureAdviceEn,
    figureDocuments: figureDocumentsEn,
    figureWords: figureWordsEn,
    find: findEn,
    governanceDocuments: governanceDocumentsEn,
    kinds: kindsEn,
    leaveCards: leaveCardsEn,
    meetingCards: meetingCardsEn,
    reminderCards: reminderCardsEn,
    reports: reportsEn,
    ownership: ownershipEn,
    roles: rolesEn,
    wheelCatalogue: wheelCatalogueEn,
    risks: risksEn,
    riskDocuments: riskDocumentsEn,
    contingency: contingencyEn,
    criticalServices: criticalServicesEn,
    contingencyPlans: contingencyPlansEn,
    contingencyOverview: contingencyOverviewEn,
    contingencyTests: contingencyTestsEn,
    downtime: downtimeEn,
    offlinePacks: offlinePacksEn,
    incidents: incidentsEn,
    advice: adviceEn,
    statusReports: statusReportsEn,
    initiatives: initiativesEn,
    inspections: inspectionsEn,
    pocket: pocketEn,
    operations: operationsEn,
    personData: personDataEn,
    retention: retentionEn,
    trailCards: trailCardsEn,
    trailWords: trailWordsEn,
    wheelPlan: wheelPlanEn,
  },
} as const;

const known = new Map<FormatLanguage, i18n>();

function texts(language: FormatLanguage): i18n {
  const found = known.get(language);
  if (found) return found;
  const made = createInstance({
    lng: language,
    fallbackLng: 'da',
    resources: { [language]: { translation: catalogues[language] } },
    // Receivers render text, never HTML: cards escape their own Markdown.
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  void made.init();
  made.services.formatter?.add('day', (day: unknown) => formatDate(String(day), language));
  known.set(language, made);
  return made;
}

/** Texts that are the same each time: a table of 50,000 rows says the same few words in every one. */
const plain = { da: new Map<string, string>(), en: new Map<string, string>() };
/** More than all the keys there are. */
const mostPlain = 20_000;

function plainText(language: FormatLanguage, key: string): string {
  const found = plain[language].get(key);
  if (found !== undefined) return found;
  const text = texts(language).t(key);
  if (plain[language].size < mostPlain) plain[language].set(key, text);
  return text;
}

/**
 * The texts of a language by dotted key, e.g. `bot.help.title`, with values for `{{name}}` and days for `{{name, day}}`;
 * `count` chooses the plural.
 * `shipped` with a stored `text` says what the program once wrote there in this language. An unknown key comes back as the key.
 */
export const translator =
  (language: FormatLanguage) =>
  (key: string, values?: TextValues): string => {
    if (key === 'shipped') return shippedIn(String(values?.['text'] ?? ''), language);
    return values === undefined ? plainText(language, key) : texts(language).t(key, { ...values });
  };
