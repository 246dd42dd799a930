/** What administrators make. Plan, scripts and the desk's administrator are made from the same declaration. */

export type Api = 'graph' | 'azure';
export const apiRoots: Readonly<Record<Api, string>> = {
  graph: 'https://graph.microsoft.com/v1.0',
  azure: 'https://management.azure.com',
};

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * Texts may refer to earlier findings: `{app.appId}`. A condition holds when the values at a path contain one; `[]` in
 * a path goes into a list, `[words]` into the words of a text.
 */
export type Condition = readonly [path: string, value: string | number];

/** Something that must be there: looked for first, and made when missing. */
export interface Ensured {
  what: string;
  why: string;
  /** The name of what is found or made, for later references. */
  as?: string;
  look: {
    path: string;
    /** All must hold for one object of the collection. */
    where?: readonly Condition[];
    /** The path names one object, no collection. */
    single?: true;
  };
  /** Absent: it must be there already. */
  make?: {
    method: 'POST' | 'PATCH' | 'PUT';
    path: string;
    body?: Json;
    /** A zip file to send instead. */
    file?: string;
  };
  /** What is found is named, with what to do about it; nothing is made or changed. */
  unwanted?: string;
  /** A failure does not stop the rest. */
  optional?: true;
  /** What to do where an optional step was not made. */
  remedy?: string;
}

export type PartName = 'entra' | 'consent' | 'sharepoint' | 'azure' | 'teams';
/** What one administrator does. Each part stands alone: it looks for what earlier parts made. */
export interface Part {
  name: PartName;
  title: string;
  who: string;
  api: Api;
  /** Delegated permissions that the administrator's tool asks for. */
  scopes: readonly string[];
  steps: readonly Ensured[];
  /** Settings that the part hands back. */
  gives: Readonly<Record<string, string>>;
}

/** The text with each reference replaced; `literal` writes what stands between. */
export function filled(text: string, reference: (name: string) => string, literal = (part: string) => part): string {
  const parts = text.split(/\{([a-z][\w.]*)\}/i);
  return parts.map((part, index) => (index % 2 === 1 ? reference(part) : literal(part))).join('');
}
