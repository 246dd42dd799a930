import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationError,
  ClaimsIdentity,
  type AuthenticateRequestResult,
  type ConnectorFactory,
} from 'botframework-connector';
import { StatusCodes, type Activity } from 'botframework-schema';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { AppError } from '../../api/kernel/index.ts';
import type { ChannelKeys } from './channel-keys.ts';
import type { Connectors } from './connectors.ts';
import type { AppCredentials } from './credentials.ts';
import { botScope, channelIssuer, type ChatSettings } from './settings.ts';

/** Bot Framework's own clock tolerance (Bot Connector authentication). */
const clockTolerance = '5 minutes';

/**
 * Authenticates callers of the endpoint: Teams' channel service with a token for this bot. Done here and not by the
 * SDK, which reads the keys without the injected fetch, caches them for good, accepts a key without endorsements for
 * any channel, accepts tokens of the Bot Framework Emulator and of other bots, and prints tokens' errors.
 */
export class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly appId: string;
  private readonly now: () => number;
  private readonly connectors: Connectors;
  private readonly keys: ChannelKeys;

  constructor(
    settings: Pick<ChatSettings, 'appId' | 'tenantId' | 'now'>,
    credentials: AppCredentials,
    connectors: Connectors,
    keys: ChannelKeys,
  ) {
    super(
      { MicrosoftAppId: settings.appId, MicrosoftAppTenantId: settings.tenantId, MicrosoftAppType: 'SingleTenant' },
      credentials,
    );
    this.appId = settings.appId;
    this.now = settings.now ?? (() => Date.now());
    this.connectors = connectors;
    this.keys = keys;
  }

  /** Throws AuthenticationError for an invalid token, AppError unavailable without keys. */
  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const claims = await this.verify(activity, authHeader).catch((thrown: unknown) => {
      if (thrown instanceof AppError) throw thrown;
      return undefined;
    });
    if (!claims) throw new AuthenticationError('Unauthorized', StatusCodes.UNAUTHORIZED);
    return {
      audience: botScope.replace('/.default', ''),
      claimsIdentity: new ClaimsIdentity(claims, true),
      connectorFactory: this.connectors,
    };
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.connectors;
  }

  private async verify({ channelId, serviceUrl }: Activity, authHeader: string) {
    const token = /^Bearer (\S+)$/.exec(authHeader)?.[1] ?? '';
    const { kid } = decodeProtectedHeader(token);
    const signer = kid === undefined ? undefined : await this.keys.find(kid);
    if (!signer?.endorsements.includes(channelId)) return undefined;
    const { payload } = await jwtVerify(token, signer.key, {
      algorithms: ['RS256'],
      issuer: channelIssuer,
      audience: this.appId,
      clockTolerance,
      currentDate: new Date(this.now()),
      requiredClaims: ['exp', 'serviceurl'],
    });
    if (payload['serviceurl'] !== serviceUrl) return undefined;
    return Object.entries(payload).map(([type, value]) => ({ type, value: String(value) }));
  }
}
