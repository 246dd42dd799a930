/** A tab's requests to its host, answered like the Teams web client (teams-js 2.x). */
export interface TabHost {
  context(): Record<string, unknown>;
  token(): Promise<string>;
  /** The app has rendered, or is usable. */
  loaded(): void;
  failed(reason: string): void;
  navigate(entityId: string, subEntityId: string | undefined): void;
  openLink(url: string): void;
  share(subEntityId: string, label: string): void;
}

interface Request {
  id: number;
  uuidAsString?: string;
  func: string;
  args: unknown[];
}

const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: {
    pages: { tabs: {}, config: {}, backStack: {}, currentApp: {}, appButton: {} },
    dialog: { url: { bot: {} }, card: { bot: {} } },
    teamsCore: {},
  },
};
const clientVersion = '2.58.0';

const isRequest = (data: unknown): data is Request =>
  typeof data === 'object' && data !== null && 'func' in data && typeof data.func === 'string';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/**
 * Serves the frame of `frame()` until `close`. `send` passes an event, e.g. `themeChange`. Accepts only messages of
 * that frame and this origin.
 */
export function serveTab(frame: () => HTMLIFrameElement | undefined, host: TabHost) {
  const receive = (event: MessageEvent<unknown>) => {
    const target = frame()?.contentWindow;
    if (!target || event.source !== target || event.origin !== location.origin || !isRequest(event.data)) return;
    const { id, uuidAsString, func, args } = event.data;
    void answerTo(func, args ?? [], host).then((answer) => {
      if (answer) target.postMessage({ id, uuidAsString, args: answer }, event.origin);
    });
  };
  addEventListener('message', receive);
  return {
    send: (func: string, ...args: unknown[]) => frame()?.contentWindow?.postMessage({ func, args }, location.origin),
    close: () => removeEventListener('message', receive),
  };
}

/** The answer's arguments; `undefined` where Teams does not answer. */
async function answerTo(func: string, args: unknown[], host: TabHost): Promise<unknown[] | undefined> {
  switch (func) {
    case 'initialize':
      return ['content', 'web', JSON.stringify(runtime), clientVersion];
    case 'getContext':
      return [host.context()];
    case 'authentication.getAuthToken':
      return host.token().then(
        (token) => [true, token],
        () => [false, 'resourceRequiresConsent'],
      );
    case 'appInitialization.appLoaded':
    case 'appInitialization.success':
      host.loaded();
      return undefined;
    case 'appInitialization.failure':
      host.failed(textOf(recordOf(args[0])['reason']));
      return undefined;
    case 'pages.navigateToApp': {
      const { pageId, subPageId } = recordOf(args[0]);
      host.navigate(textOf(pageId), textOf(subPageId) || undefined);
      return [true];
    }
    case 'executeDeepLink':
      host.openLink(textOf(args[0]));
      return [true];
    case 'shareDeepLink':
      host.share(textOf(args[0]), textOf(args[1]));
      return undefined;
    case 'navigateBack':
    case 'pages.backStack.navigateBack':
      return [true];
    default:
      return undefined;
  }
}
