/** Hosts of Teams' connector for bots: the global address, its regions, and those of government clouds. */
const connectorHosts = [
  /^smba\.trafficmanager\.net$/,
  /\.botframework\.com$/,
  /^smba\.infra\.([a-z]+\.)*teams\.microsoft\.(com|us)$/,
];

/**
 * Whether our token may be sent to this address: only Teams' own hosts over https. The address comes with each activity
 * and is stored, so it is checked on receipt and on use.
 */
export function isTrustedServiceUrl(serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, port, hostname, username, password } = new URL(serviceUrl);
  const bare = port === '' && username === '' && password === '';
  return protocol === 'https:' && bare && connectorHosts.some((host) => host.test(hostname));
}
