/** Why Teams could not find the program there. */
export function publicUrlProblems(address: string | undefined): string[] {
  if (address === undefined) return ['PUBLIC_URL is missing: Teams must know where the program is.'];
  if (!address.startsWith('https://')) return ['PUBLIC_URL must begin with https://.'];
  if (new URL(address).pathname !== '/')
    return ['PUBLIC_URL must be an address without a path: every path belongs to the program.'];
  return [];
}
