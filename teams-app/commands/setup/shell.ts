import { apiRoots, filled, type Condition, type Ensured, type Part } from './declaration.ts';
import { addressed, bodyText, introduction, lackedBy } from './script-lines.ts';

/** Text between double quotes, where the shell replaces what begins with `$`. */
const inQuotes = (text: string): string =>
  filled(
    text,
    (name) => {
      const [variable, ...path] = name.split('.');
      return `$(of "$${variable}" .${path.join('.')})`;
    },
    (literal) => literal.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('$', '\\$').replaceAll('"', '\\"'),
  );
const quoted = (text: string): string => `"${inQuotes(text)}"`;
/** The same in a here-document, where quotes are ordinary. */
const inDocument = (text: string): string => inQuotes(text).replaceAll('\\"', '"');

/** A condition of jq; its value is the argument `$v0`, `$v1` … */
const condition = ([path]: Condition, index: number): string =>
  `([.${path.replaceAll('[]', '[]?').replace('[words]', ' // "" | split(" ")[]')}] | index($v${index}))`;
const argument = ([, value]: Condition, index: number): string =>
  `${typeof value === 'number' ? '--argjson' : '--arg'} v${index} ${quoted(String(value))}`;

function stepLines(part: Part, step: Ensured): string[] {
  const { look, make, as, what, optional, remedy = '' } = step;
  const root = apiRoots[part.api];
  const variable = as ?? 'it';
  const where = look.where ?? [];
  const test = where.length === 0 ? 'true' : where.map(condition).join(' and ');
  const found =
    [`${variable}=$(find_one ${quoted(root + addressed(look.path))} '${test}'`, ...where.map(argument)].join(' ') + ')';
  if (step.unwanted !== undefined)
    return [found, `if [ -n "$${variable}" ]; then echo ${quoted(`outdated ${what} → ${step.unwanted}`)} >&2; fi`, ''];
  if (!make)
    return [
      found,
      `if [ -z "$${variable}" ]; then echo ${quoted(`Missing: ${what}.`)} >&2; exit 1; fi`,
      `echo ${quoted(`there    ${what}`)}`,
      '',
    ];
  const call = `make_one ${make.method.toLowerCase()} ${quoted(root + addressed(make.path))} <<JSON`;
  const keep = as === undefined ? '' : `${as}=$answer; `;
  const made = `  ) && { ${keep}echo ${quoted(`made     ${what}`)}; }`;
  return [
    found,
    `if [ -n "$${variable}" ]; then echo ${quoted(`there    ${what}`)}; else`,
    `  answer=$(${call}`,
    inDocument(bodyText(step)),
    'JSON',
    optional
      ? `${made} || echo ${quoted(`Not made: ${what}. It is optional. ${remedy}`.trim())} >&2`
      : `${made} || exit 1`,
    'fi',
    '',
  ];
}

/** Azure CLI's own app lacks these scopes. */
const isForPowershell = ({ scopes }: Part): boolean => scopes.some((scope) => /^(Sites|AppCatalog)\./.test(scope));

function partLines(part: Part, idsFile: string): string[] {
  const lacked = lackedBy(part);
  const title = `# ${part.title}: ${part.who}`;
  if (isForPowershell(part))
    return [
      title,
      `# Azure CLI may not ask for ${part.scopes.join(', ')}: use the script that ends in .ps1 for this part.`,
      '',
    ];
  if (lacked.length > 0)
    return [
      title,
      `# Left out: ${lacked.join(', ')} not known yet. Answer it (setup --set, setup --ids), and write the script again.`,
      '',
    ];
  return [
    title,
    `if wanted ${part.name}; then`,
    ...part.steps.flatMap((step) => stepLines(part, step)),
    ...Object.entries(part.gives).map(([name, value]) => `echo ${quoted(`${name}=${value}`)} | tee -a '${idsFile}'`),
    'fi',
    '',
  ];
}

const functions = `
wanted() { [ "$PARTS" = all ] || [[ ",$PARTS," == *",$1,"* ]]; }
of() { jq -r "$2" <<<"$1"; }
# The first object of a collection, or the object itself, for which the condition of jq holds.
find_one() {
  local url=$1 test=$2 found
  shift 2
  found=$(az rest --only-show-errors --method get --url "$url" --output json 2>&1) || {
    [[ "$found" == *NotFound* || "$found" == *"Not Found"* ]] && return 0
    echo "$found" >&2; return 1
  }
  jq -c "$@" "if type == \\"object\\" and has(\\"value\\") then .value[] else . end | select($test)" <<<"$found" | head -n 1
}
# Entra takes up to a minute until a new object is known everywhere.
make_one() {
  local body answer try
  body=$(cat)
  for try in 1 2 3 4 5 6 7; do
    if answer=$(az rest --only-show-errors --method "$1" --url "$2" --headers Content-Type=application/json --body "$body" --output json 2>&1); then
      echo "$answer"; return 0
    fi
    [[ "$try" -lt 7 && "$answer" =~ does\\ not\\ exist|does\\ not\\ reference|NotFound|InvalidValue ]] || break
    sleep 10
  done
  echo "$answer" >&2; return 1
}
`.trim();

/** A script for Azure CLI and jq, as Azure Cloud Shell has them. */
export const shellScript = (parts: readonly Part[], tenantId: string, idsFile: string): string =>
  [
    '#!/usr/bin/env bash',
    ...introduction(
      parts,
      'Needs Azure CLI and jq (Azure Cloud Shell has both). One part: PARTS=consent bash FILE',
    ).map((line) => `# ${line}`),
    'set -euo pipefail',
    'PARTS=${PARTS:-all}',
    `[ "$(az account show --query tenantId --output tsv 2>/dev/null)" = '${tenantId}' ] || az login --tenant '${tenantId}' --allow-no-subscriptions --output none`,
    '',
    functions,
    '',
    ...parts.flatMap((part) => partLines(part, idsFile)),
    `[ ! -f '${idsFile}' ] || echo 'Hand these back: npm run isms -- setup --ids ${idsFile}'`,
    '',
  ].join('\n');
