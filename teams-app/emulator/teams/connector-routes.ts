/** A call of the connector. */
export type ConnectorCall =
  | { kind: 'createConversation' }
  | { kind: 'send' | 'members' | 'pagedMembers'; conversation: string }
  | { kind: 'reply' | 'update' | 'delete'; conversation: string; activity: string }
  | { kind: 'member'; conversation: string; member: string };

const within = '^/(?:[a-z]+/)?v3/conversations/([^/]+)';
const routes: readonly [string, RegExp, (match: string[]) => ConnectorCall][] = [
  ['POST', /^\/(?:[a-z]+\/)?v3\/conversations\/?$/, () => ({ kind: 'createConversation' })],
  ['POST', new RegExp(`${within}/activities/?$`), ([id = '']) => ({ kind: 'send', conversation: id })],
  ['GET', new RegExp(`${within}/members/?$`), ([id = '']) => ({ kind: 'members', conversation: id })],
  ['GET', new RegExp(`${within}/pagedmembers/?$`), ([id = '']) => ({ kind: 'pagedMembers', conversation: id })],
  [
    'GET',
    new RegExp(`${within}/members/([^/]+)$`),
    ([id = '', member = '']) => ({ kind: 'member', conversation: id, member }),
  ],
  ...(
    [
      ['POST', 'reply'],
      ['PUT', 'update'],
      ['DELETE', 'delete'],
    ] as const
  ).map(([method, kind]): [string, RegExp, (match: string[]) => ConnectorCall] => [
    method,
    new RegExp(`${within}/activities/([^/]+)$`),
    ([id = '', activity = '']) => ({ kind, conversation: id, activity }),
  ]),
];

/** Parses method and path; `undefined` for unknown calls. */
export function connectorCall(method: string, path: string): ConnectorCall | undefined {
  for (const [verb, pattern, toCall] of routes) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match) return toCall(match.slice(1).map(decodeURIComponent));
  }
  return undefined;
}
