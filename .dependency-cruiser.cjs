/** The rooms and which way imports run (docs/architecture.md). */
const features =
  'organisation|acknowledgements|actions|approvals|obligations|documents|policy|procedures|measures|annual-wheel|awareness|reminders|deliveries|audit|operations|assets|standards|risks|critical-services|contingency|sign-sheets|ownership|incidents|trail|figures|find|inspections|appointments|initiatives|governance|advice|status-reports|reports';
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan-file',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^tests/', '\\.config\\.', '^teams-app/starter/'] },
      to: {},
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'kernel-imports-no-room',
      severity: 'error',
      from: { path: '^api/kernel/' },
      to: { path: '^(api/(?!kernel/)|bot|tab|teams-app|manifest|tests)' },
    },
    {
      name: 'texts-import-only-themselves',
      severity: 'error',
      from: { path: '^api/texts/' },
      to: { path: '^(api/(?!texts/)|bot|tab|teams-app|manifest|tests)' },
    },
    {
      name: 'api-does-not-know-bot-tab-or-app',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: '^(bot|tab|teams-app|manifest|tests)/' },
    },
    {
      name: 'features-use-sharepoint-by-its-index',
      severity: 'error',
      from: { path: `^(api/(${features}|http|backup)|bot)/` },
      to: { path: '^api/sharepoint/', pathNot: '^api/sharepoint/index\\.ts$' },
    },
    {
      name: 'features-use-each-other-by-index',
      severity: 'error',
      from: { path: `^api/(${features})/` },
      to: {
        path: `^api/(${features})/`,
        pathNot: [
          '^api/$1/',
          '^api/[^/]+/(index|contract)\\.ts$',
          // Pure words, which the thread that draws documents has without the rest of the feature.
          '^api/critical-services/hours-in-words\\.ts$',
        ],
      },
    },
    {
      name: 'tools-know-no-feature',
      severity: 'error',
      from: { path: '^api/(difference|files|journal|paper|search|threads|word)/' },
      to: { path: `^api/(${features}|http)/` },
    },
    {
      name: 'files-are-used-by-index',
      severity: 'error',
      from: { pathNot: '^(api/files/|tests/)' },
      to: { path: '^api/files/', pathNot: ['^api/files/index\\.ts$', '^api/files/[^/]+/index\\.ts$'] },
    },
    {
      name: 'documents-know-no-kind',
      comment: 'The machine of documents stands above approvals, receipts and deliveries, and below the kinds.',
      severity: 'error',
      from: { path: '^api/documents/' },
      to: {
        path: `^api/(?!(?:acknowledgements|approvals|audit|deliveries|documents|obligations|organisation)/)(${features})/`,
      },
    },
    {
      name: 'documents-stand-above-approvals',
      severity: 'error',
      from: { path: '^api/(acknowledgements|approvals|audit|deliveries|obligations|organisation)/' },
      to: { path: '^api/documents/' },
    },
    {
      name: 'organisation-stands-below-the-features',
      severity: 'error',
      from: { path: '^api/organisation/' },
      to: {
        path: '^api/(acknowledgements|approvals|obligations|policy|procedures|measures|annual-wheel|awareness|reminders|deliveries|assets|standards|risks|critical-services|contingency|sign-sheets|ownership|incidents|inspections)/',
      },
    },
    {
      name: 'inspections-stand-above-what-they-look-at',
      severity: 'error',
      from: {
        path: '^api/(organisation|approvals|obligations|policy|procedures|measures|annual-wheel|awareness|reminders|deliveries|assets|standards|risks|critical-services|contingency|incidents)/',
      },
      to: { path: '^api/inspections/' },
    },
    {
      name: 'ownership-stands-on-top',
      severity: 'error',
      from: { path: `^api/(?!ownership/)(${features})/` },
      to: { path: '^api/ownership/' },
    },
    {
      name: 'figures-stand-above-what-they-count',
      severity: 'error',
      from: { path: `^api/(?!(?:figures|governance|status-reports|reports)/)(${features})/` },
      to: { path: '^api/figures/' },
    },
    {
      name: 'governance-stands-on-top',
      severity: 'error',
      from: { path: `^api/(?!governance/)(${features})/` },
      to: { path: '^api/governance/' },
    },
    {
      name: 'reports-stand-above-the-figures',
      severity: 'error',
      from: { path: `^api/(?!(?:reports|find|governance)/)(${features})/` },
      to: { path: '^api/reports/' },
    },
    {
      name: 'find-stands-on-top',
      severity: 'error',
      from: { path: `^api/(?!find/)(${features})/` },
      to: { path: '^api/find/' },
    },
    {
      name: 'contingency-stands-on-top',
      severity: 'error',
      from: { path: '^api/(assets|standards|risks|critical-services)/' },
      to: { path: '^api/contingency/' },
    },
    {
      name: 'services-stand-below-risks',
      severity: 'error',
      from: { path: '^api/(assets|standards|critical-services)/' },
      to: { path: '^api/risks/' },
    },
    {
      name: 'assets-know-no-service',
      severity: 'error',
      from: { path: '^api/assets/' },
      to: { path: '^api/critical-services/' },
    },
    {
      name: 'deliveries-know-no-subject',
      severity: 'error',
      from: { path: '^api/deliveries/' },
      to: { path: '^api/policy/' },
    },
    {
      name: 'bot-uses-features-by-index',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: `^api/(${features})/`, pathNot: '^api/[^/]+/(index|contract)\\.ts$' },
    },
    {
      name: 'bot-does-not-know-tab',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^(tab|manifest|tests)/' },
    },
    {
      name: 'bot-knows-only-texts-of-the-app',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^teams-app/(?!texts/)' },
    },
    {
      name: 'tab-knows-contracts-and-texts',
      severity: 'error',
      from: { path: '^tab/' },
      to: {
        path: '^(api|bot|teams-app|manifest|tests)/',
        pathNot: [
          '^api/[^/]+/contract\\.ts$',
          '^api/http/endpoint\\.ts$',
          // Pure words that the program's documents say in the same way.
          '^api/(critical-services|contingency/(downtime|exercises|plans))/(hours|minutes|phone|testing)-in-words\\.ts$',
          '^api/texts/',
        ],
      },
    },
    {
      name: 'tab-features-use-parts-of-each-other',
      comment: 'What a feature lets others embed stands in its `parts/`.',
      severity: 'error',
      from: { path: '^tab/(?!shared/|pages/)([^/]+)/' },
      to: { path: '^tab/(?!shared/)[^/]+/', pathNot: ['^tab/$1/', '^tab/[^/]+/parts/', '^tab/[^/]+/[^/]+/parts/'] },
    },
    {
      name: 'tab-shared-knows-no-feature',
      severity: 'error',
      from: { path: '^tab/shared/' },
      to: { path: '^tab/(?!shared/)' },
    },
    {
      name: 'tab-pages-stand-on-top',
      severity: 'error',
      from: { path: '^tab/', pathNot: '^tab/(App|main)\\.tsx$' },
      to: { path: '^tab/pages/', pathNot: '^tab/pages/[^/]+$' },
    },
    {
      name: 'bot-features-use-each-other-by-index',
      severity: 'error',
      from: { path: '^bot/([^/]+)/' },
      to: {
        path: '^bot/(?!actions/|botframework/|cards/|sending/)[^/]+/',
        pathNot: ['^bot/$1/', '^bot/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'no-folders-that-import-each-other',
      severity: 'error',
      scope: 'folder',
      from: { pathNot: '^tests' },
      to: { circular: true },
    },
    {
      name: 'botbuilder-in-one-folder',
      severity: 'error',
      from: { pathNot: '^(bot/botframework|tests)/' },
      to: { path: 'node_modules/(botbuilder|botframework-)' },
    },
    {
      name: 'graph-client-in-one-folder',
      severity: 'error',
      from: { pathNot: '^(api/sharepoint|tests)/' },
      to: { path: 'node_modules/@microsoft/microsoft-graph-client' },
    },
    {
      name: 'emulator-knows-only-itself',
      severity: 'error',
      from: { path: '^teams-app/emulator/' },
      to: { path: '^(api|bot|tab|manifest|tests|teams-app/(?!(emulator|questions)/))' },
    },
    {
      name: 'questions-know-only-themselves',
      comment: 'The emulator reads them, which imports nothing of the product.',
      severity: 'error',
      from: { path: '^teams-app/questions/' },
      to: { path: '^(api|bot|tab|manifest|tests|teams-app/(?!questions/))' },
    },
    {
      name: 'nothing-knows-the-emulator',
      severity: 'error',
      from: {
        pathNot: '^(teams-app/(emulator|desk|seed)/|tests/|teams-app/(main|program/server|config/desk-values)\\.ts)',
      },
      to: { path: '^teams-app/emulator/' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
