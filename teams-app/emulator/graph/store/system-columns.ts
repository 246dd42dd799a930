import { createHash } from 'node:crypto';
import type { Column, ColumnKind } from './column-types.ts';

type Given = [name: string, displayName: string, kind: ColumnKind, facet: Column['facet']];

const text = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
};
const stamp = { dateTime: { displayAs: 'default', format: 'dateTime' } };
const person = {
  personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly', displayAs: 'nameWithPresence' },
};
const whole = {
  number: {
    decimalPlaces: 'none',
    displayAs: 'number',
    maximum: 1.7976931348623157e308,
    minimum: -1.7976931348623157e308,
  },
};

const shared: Given[] = [
  ['ID', 'ID', 'system', whole],
  ['ContentType', 'Content Type', 'system', text],
  ['Modified', 'Modified', 'dateTime', stamp],
  ['Created', 'Created', 'dateTime', stamp],
  ['Author', 'Created By', 'person', person],
  ['Editor', 'Modified By', 'person', person],
  ['_UIVersionString', 'Version', 'system', text],
  ['Attachments', 'Attachments', 'system', {}],
  ['Edit', 'Edit', 'system', {}],
  ['LinkTitleNoMenu', 'Title', 'system', {}],
  ['LinkTitle', 'Title', 'system', {}],
  ['ItemChildCount', 'Item Child Count', 'system', {}],
  ['FolderChildCount', 'Folder Child Count', 'system', {}],
  ['_ComplianceFlags', 'Label setting', 'system', {}],
  ['_ComplianceTag', 'Retention label', 'system', {}],
  ['_ComplianceTagWrittenTime', 'Retention label Applied', 'system', {}],
  ['_ComplianceTagUserId', 'Label applied by', 'system', {}],
  ['AppAuthor', 'App Created By', 'system', {}],
  ['AppEditor', 'App Modified By', 'system', {}],
];
const library: Given[] = [
  ['FileLeafRef', 'Name', 'system', text],
  ['FileSizeDisplay', 'File Size', 'system', {}],
  ['DocIcon', 'Type', 'system', {}],
];

/** A column has the same id in every list, as in SharePoint. */
const idOf = (name: string) => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const column = ([name, displayName, kind, facet]: Given, more: Partial<Column> = {}): Column => ({
  id: idOf(name),
  name,
  displayName,
  description: '',
  kind,
  facet,
  required: false,
  hidden: false,
  readOnly: true,
  indexed: false,
  enforceUniqueValues: false,
  columnGroup: 'Custom Columns',
  system: true,
  createdAt: 0,
  ...more,
});

/** Columns of every new list. Only `Title` is writable. */
export function systemColumns(template: string): Column[] {
  const title = column(['Title', 'Title', 'text', text], { readOnly: false, required: template !== 'documentLibrary' });
  return [
    title,
    ...(template === 'documentLibrary' ? library : []).map((given) => column(given)),
    ...shared.map((given) => column(given)),
  ];
}
