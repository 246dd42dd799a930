/**
 * All outgoing HTTP. Takes real `https://` addresses; the program's start decides where they go (the internet, or the
 * Microsoft 365 on the desk).
 */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;
