import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { asAppError } from '../../api/kernel/index.ts';
import { ChatError } from '../sending/chat-port.ts';
import { botScope, type ChatSettings } from './settings.ts';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/**
 * Gives the SDK the app's tokens. The SDK's own factories use an MSAL whose requests cannot be redirected, with one
 * token cache per process.
 */
export class AppCredentials extends ServiceClientCredentialsFactory {
  private readonly settings: Pick<ChatSettings, 'appId' | 'accessToken'>;
  private readonly credentials: Credentials;
  private latest: string | undefined;
  private refused: string | undefined;

  constructor(settings: Pick<ChatSettings, 'appId' | 'accessToken'>) {
    super();
    this.settings = settings;
    this.credentials = {
      signRequest: async (request) => {
        const token = await settings.accessToken(botScope, this.refused).catch((thrown: unknown) => {
          throw tokenError(thrown);
        });
        this.latest = token;
        request.headers.set('authorization', `Bearer ${token}`);
        return request;
      },
    };
  }

  /** Teams did not accept the latest token: the next call asks for another. */
  renew(): void {
    this.refused = this.latest;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.settings.appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<Credentials> {
    return this.credentials;
  }
}

/**
 * Without a token nothing was sent. Refused: 401, which stops sending until an operator acts. Entra away: as if
 * throttled, for a retry.
 */
const tokenError = (thrown: unknown): ChatError =>
  asAppError(thrown).kind === 'unavailable'
    ? new ChatError(429, 'TokenUnavailable', 5)
    : new ChatError(401, 'TokenRefused');
