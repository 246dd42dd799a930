import { createInstance, type i18n } from 'i18next';
import { formatDate, type FormatLanguage } from './format.ts';
import type { TextValues } from './catalogue.ts';
import { approvalCards as approvalCardsDa } from './da/approval-cards.ts';
import { procedureTexts as procedureTextsDa } from './da/procedure-texts.ts';
import { bot as botDa } from './da/bot.ts';
import { calendar as calendarDa } from './da/calendar.ts';
import { cards as cardsDa } from './da/cards.ts';
import { documents as documentsDa } from './da/documents.ts';
import { errors as errorsDa } from './da/errors.ts';
import { kinds as kindsDa } from './da/kinds.ts';
import { leaveCards as leaveCardsDa } from './da/leave-cards.ts';
import { reminderCards as reminderCardsDa } from './da/reminder-cards.ts';
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
import { pocket as pocketDa } from './da/pocket.ts';
import { wheelPlan as wheelPlanDa } from './da/wheel-plan.ts';
import { approvalCards as approvalCardsEn } from './en/approval-cards.ts';
import { procedureTexts as procedureTextsEn } from './en/procedure-texts.ts';
import { bot as botEn } from './en/bot.ts';
import { calendar as calendarEn } from './en/calendar.ts';
import { cards as cardsEn } from './en/cards.ts';
import { documents as documentsEn } from './en/documents.ts';
import { errors as errorsEn } from './en/errors.ts';
import { kinds as kindsEn } from './en/kinds.ts';
import { leaveCards as leaveCardsEn } from './en/leave-cards.ts';
import { reminderCards as reminderCardsEn } from './en/reminder-cards.ts';
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
import { pocket as pocketEn } from './en/pocket.ts';
import { wheelPlan as wheelPlanEn } from './en/wheel-plan.ts';

/** The texts that the program itself says: chat, cards, errors and documents. The tab loads its own, page by page. */
const catalogues = {
  da: {
    approvalCards: approvalCardsDa,
    procedureTexts: procedureTextsDa,
    bot: botDa,
    calendar: calendarDa,
    cards: cardsDa,
    documents: documentsDa,
    errors: errorsDa,
    kinds: kindsDa,
    leaveCards: leaveCardsDa,
    reminderCards: reminderCardsDa,
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
    pocket: pocketDa,
    wheelPlan: wheelPlanDa,
  },
  en: {
    approvalCards: approvalCardsEn,
    procedureTexts: procedureTextsEn,
    bot: botEn,
    calendar: calendarEn,
    cards: cardsEn,
    documents: documentsEn,
    errors: errorsEn,
    kinds: kindsEn,
    leaveCards: leaveCardsEn,
    reminderCards: reminderCardsEn,
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
    pocket: pocketEn,
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

/**
 * The texts of a language by dotted key, e.g. `bot.help.title`, with values for `{{name}}` and days for `{{name, day}}`;
 * `count` chooses the plural.
 * An unknown key comes back as the key.
 */
export const translator =
  (language: FormatLanguage) =>
  (key: string, values?: TextValues): string =>
    texts(language).t(key, { ...values });
