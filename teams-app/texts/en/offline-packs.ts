import type { TextsOf } from '../catalogue.ts';
import type { offlinePacks as da } from '../da/offline-packs.ts';

/** Copies that work without Microsoft 365: pages, cards and the documents themselves. */
export const offlinePacks: TextsOf<typeof da> = {
  title: 'Offline packs',
  paper: {
    page: 'Page {{page}} of {{of}}',
    planFooter: '{{title}} · version {{number}} · {{date}} · code {{hash}}',
    packFooter: '{{centre}} · pack no. {{number}} · {{date}} · code {{hash}}',
    atOnce: 'at once',
    within: 'within {{time}}',
    version: 'version {{number}}',
    versionFrom: 'version {{number}}, in force from {{from}}',
    reviewOn: 'reviewed by {{date}}',
    mtd: 'May be down for {{time}} at most',
    firstHour: 'Do this in the first hour',
    steps: 'Then do this',
    phones: 'Call',
    whom: 'Who',
    phone: 'Phone',
    what: 'About',
    left: 'Is no longer here',
    noPhone: 'No number',
    supplier: 'Supplier',
    agreement: 'Agreement {{number}}',
    workarounds: 'How you work without the system',
    form: 'Form: {{form}}',
    forms: 'Forms for the plan',
    communication: 'Who must be told',
    returnToNormal: 'When the system works again',
    catchingUp: 'Getting what was written on paper into the system',
    triggers: 'Use the plan when',
    about: 'About the plan',
  },
};
