/**
 * How anything leaves the process over HTTP: real `https://` addresses go in, and whoever starts the program decides
 * where they lead (the internet, or the Microsoft 365 on the desk).
 */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;
